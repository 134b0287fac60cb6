# A comma is missing between two tuples, strings or lists.
for make in (lambda: [(1, 2) (3, 4)], lambda: "a" ("b"), lambda: [1] (2), lambda: {} (), lambda: f"{1}" (2), lambda: 1 (2)):
  try:
    make()
  except TypeError as error:
    print(error)
