# An assertion about a tuple is always true.
def check(x):
  assert (x > 0, "x must be positive")
  assert ()  or True
  return x


print(check(-1))
