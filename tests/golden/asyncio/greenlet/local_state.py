# Greenlets share the thread but have contexts of their own; exceptions being handled stay with each of them.
import contextvars, sys, threading
from greenlet import greenlet, getcurrent
var = contextvars.ContextVar("var", default="default")
local = threading.local(); local.x = "shared"
main = getcurrent()
def f():
  print(var.get(), local.x, sys.exc_info()[0])
  var.set("in f")
  try: raise KeyError("f")
  except KeyError:
    main.switch()
    print(sys.exc_info()[0].__name__, var.get())
var.set("main")
g = greenlet(f)
try: raise ValueError("main")
except ValueError:
  g.switch()
  print(sys.exc_info()[0].__name__, var.get())
  g.switch()
print(sys.exc_info()[0], var.get())
g2 = greenlet(lambda: threading.current_thread().name)
print(g2.switch())
