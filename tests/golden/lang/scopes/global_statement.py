# global makes assignments, loops, imports and definitions reach the module.
def f():
  global counter, helper, Thing
  counter = 1
  def helper(): return "helper"
  class Thing: pass
  for counter in range(5): pass
f()
print(counter, helper(), Thing.__name__, Thing.__qualname__)
def g():
  global counter
  del counter
g()
try:
  counter
except NameError as error:
  print(error)
print("f" in globals(), "counter" in globals())
