# Carets for unary operators and comparisons.
def f(v):
  return 1 + (v < "text")
f(5)
