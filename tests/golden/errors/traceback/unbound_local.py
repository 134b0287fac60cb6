# A local name without a value.
def f():
  if False: x = 1
  return x
f()
