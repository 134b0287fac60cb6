# A global with an annotation.
def f():
  global x
  x: int = 1
