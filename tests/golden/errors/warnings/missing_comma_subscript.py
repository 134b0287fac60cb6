# A comma is missing before a list: it looks like an index.
for make in (lambda: [[1, 2] [3, 4]], lambda: "abc"["a"], lambda: (1, 2)[1.5], lambda: 5[0], lambda: None[0], lambda: {1}[0]):
  try:
    make()
  except TypeError as error:
    print(error)
print([1, 2, 3][True], "abc"[0:2], {1: 2}[1])
