# An exception during handling of another one.
try:
  1 / 0
except ZeroDivisionError:
  int("x")
