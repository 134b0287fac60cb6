# type(name, bases, namespace), and what it refuses.
T = type("T", (int,), {"x": 1, "f": lambda self: self + 1})
print(T, T(3).f(), T.__module__, T.__qualname__, T.__bases__)
for args in (("T",), ("T", ()), ("T", 1, {}), ("T", (), 1), (1, (), {}), ("T", (1,), {}), ("T", (bool,), {}), ("T", (int, str), {}), ("T", (object, int), {}),
             ("T\0", (), {}), ("T", (), {"__slots__": 1}), ("T", (type(None),), {}), ("T", (range,), {}), ("T", (int, int), {}), ("T", (), {}, 1, 2)):
  try:
    print(type(*args))
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
