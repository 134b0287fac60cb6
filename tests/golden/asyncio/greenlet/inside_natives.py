# A greenlet switches inside a callback of a native function: sorted() goes on where it was.
from greenlet import greenlet, getcurrent
main = getcurrent()
def key(x):
  main.switch(("asked for", x))
  return -x
g = greenlet(lambda: sorted([2, 3, 1], key=key))
print(g.switch()); print(g.switch()); print(g.switch()); print(g.switch())
class Odd:
  def __eq__(self, other): main.switch("comparing"); return False
  def __hash__(self): return 1
g = greenlet(lambda: Odd() in [Odd(), Odd()])
while not g.dead: print(g.switch())
