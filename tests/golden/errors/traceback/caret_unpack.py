# Unpacking fails in the assignment.
def f():
  a, b = 1, 2
  a, (b, c) = 1, (2, 3, 4)
f()
