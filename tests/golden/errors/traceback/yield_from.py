# Frames of delegated generators.
def inner():
  yield 1
  1 / 0
def outer():
  yield from inner()
for x in outer():
  print(x)
