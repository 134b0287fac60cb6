# An uncaught exception shows the frames from the outside in.
def a(x):
  return b(x) + 1
def b(x):
  return c(x)
def c(x):
  raise ValueError(f"bad value {x}")
print("before")
a(3)
