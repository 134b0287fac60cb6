# return gives the value of StopIteration and of yield from.
def inner():
  x = yield 1
  print("inner got", x)
  return x * 2
def outer():
  r = yield from inner()
  print("outer got", r)
  return "end"
o = outer()
print(next(o))
try: o.send(21)
except StopIteration as s: print(s.value)
def empty():
  return 5
  yield
print(list(empty()))
def f():
  r = yield from [1, 2]
  print(r)
  r = yield from "ab"
print(list(f()))
