# := in a comprehension of a class body.
class C:
  x = [y := 1 for _ in a]
