# bool is an int with two values.
print(bool(), bool(""), bool("False"), bool([]), bool([0]), bool(None), bool(0.0), bool(1j), True + 1, True & False, True | False, True ^ True, True & 2, -True, ~False, True == 1, True is True, int(True), str(True), f"{True:d} {True!r:>6}", [10, 20][True], sum([True, True]), isinstance(True, int), bool.__mro__, not 5, {True: 1}[1], True < 2, True * "x", bool(object()), True.__class__.__name__)
for f in (lambda: bool(1, 2), lambda: True + "a", lambda: bool(type("B", (), {"__bool__": lambda s: 5})()), lambda: bool(type("L", (), {"__len__": lambda s: -1})())):
  try: f()
  except Exception as e: print(type(e).__name__, e)
