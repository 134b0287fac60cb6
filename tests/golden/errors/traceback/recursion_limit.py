# Recursion without an end.
def f(n):
  return f(n + 1)
try:
  f(0)
except RecursionError as e:
  print(e)
def g(): g()
def start(n):
  if n: start(n - 1)
  else: raise RuntimeError("deep enough")
start(4)
