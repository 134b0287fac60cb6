# An exception in finally has the first one as its context.
try:
  raise ValueError("first")
finally:
  [][0]
