# The parent gets control when a greenlet ends; it can be changed, without cycles.
from greenlet import greenlet, getcurrent
main = getcurrent()
def outer():
  inner = greenlet(lambda: "inner result")
  print(inner.parent is getcurrent(), inner.switch())
  return "outer result"
print(greenlet(outer).switch())
a = greenlet(lambda: "a")
b = greenlet(lambda: "b", a)
print(b.parent is a)
def show(x): print("a runs with", x); return "a ends"
a.run = show
print(b.switch())
c, d = greenlet(print), greenlet(print)
c.parent = d
try: d.parent = c
except ValueError as e: print(e)
try: c.parent = 5
except TypeError: print("TypeError")
try: main.parent = c
except AttributeError as e: print("AttributeError")
print(main.parent, bool(main), main.dead)
try: a.run
except AttributeError as e: print("no run after the start")
