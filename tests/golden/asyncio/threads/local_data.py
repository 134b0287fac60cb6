# threading.local: attributes for each thread, subclasses with __init__ for each thread.
import threading
data = threading.local()
data.x = "main"
def other():
  print(hasattr(data, "x")); data.x = "other"; print(data.x, sorted(data.__dict__))
t = threading.Thread(target=other); t.start(); t.join()
print(data.x)
class Mine(threading.local):
  default = "class"
  def __init__(self, n): self.n = n; print("init", n)
m = Mine(5); m.n += 1
t = threading.Thread(target=lambda: print(m.n, m.default)); t.start(); t.join()
print(m.n)
del data.x
try: data.x
except AttributeError as e: print("AttributeError")
try: threading.local(1)
except TypeError as e: print(e)
