# assert with and without a message.
try:
  assert 1 == 2
except AssertionError as e:
  print(repr(e))
x = 5
assert x < 3, f"x is {x}"
