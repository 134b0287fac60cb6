# A greenlet belongs to the thread that made it.
import threading
from greenlet import greenlet, getcurrent, error
main = getcurrent()
g = greenlet(lambda: "never")
def other():
  print(getcurrent() is main, getcurrent().parent)
  try: g.switch()
  except error as e: print("cannot switch to a different thread" in str(e))
  mine = greenlet(lambda x: x + 1)
  print(mine.switch(1))
t = threading.Thread(target=other); t.start(); t.join()
print(g.switch())
