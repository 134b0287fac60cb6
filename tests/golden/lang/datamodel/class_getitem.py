# __class_getitem__, and what cannot be subscripted.
class A:
  def __class_getitem__(cls, item): return cls.__name__, item


class B(A): pass


print(A[1], A[1:2], A["a", 3], B[int])
print(list[int], dict[str, int], list[int] | None, tuple[int, ...])
for bad in (lambda: int[3], lambda: object()[1], lambda: type("C", (), {})[1]):
  try:
    bad()
  except TypeError as error:
    print(error)

# An alias has the attributes of its origin, and some of its own.
print(sorted(set(dir(list[int])) - set(dir(list))), set(dir(list)) - set(dir(list[int])))
print("fromkeys" in dir(dict[str, int]), dict[str, int].fromkeys("ab", 1), list[int].__class__, list[int].__origin__)
