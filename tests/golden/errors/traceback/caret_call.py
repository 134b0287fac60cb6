# Carets mark the call that failed.
def g(n):
  return 10 // n
def f(x):
  return [1, g(x), g(x - 1)]
f(1)
