# Carets mark the operator and its operands.
def f(a, b):
  return a["x"] + b * 2 / a["y"]
f({"x": 1, "y": 0}, 3)
