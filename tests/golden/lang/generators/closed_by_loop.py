# A generator held only by its loop is closed when the loop is left.
def g():
  try:
    yield 1
    yield 2
  finally: print("closed")
for x in g():
  print(x)
  break
print("after break")
def f():
  for x in g(): return x
print(f())
try:
  for x in g(): raise KeyError
except KeyError: print("handled")
a, *b = g()
print(a, b)
for x, y in zip(g(), "ab"): print(x, y)
