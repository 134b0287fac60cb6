# The body of finally is compiled once for every way out, and warns as often.
def f(x):
  try:
    return 1
  finally:
    x is 1


print(f(1))
