# isinstance, issubclass, type, getattr, setattr, hasattr, delattr, vars, dir, id, callable.
class A:
  x = 1
  def __init__(self): self.y = 2
class B(A): pass
b = B()
print(isinstance(b, A), isinstance(b, (int, A)), isinstance(1, int | str), isinstance(None, int | None), issubclass(B, A), issubclass(bool, (str, int)), type(b).__name__, type(type(b)), getattr(b, "x"), getattr(b, "z", 3), hasattr(b, "y"), vars(b), [n for n in dir(b) if not n.startswith("_")], id(b) == id(b), callable(A))
setattr(b, "w", 5); delattr(b, "y"); print(b.__dict__, vars(A)["x"])
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, list[int]), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: getattr(b, "zz"), lambda: getattr(b, 5), lambda: delattr(b, "zz"), lambda: vars(5), lambda: type(1, 2), lambda: type("X", 5, {}), lambda: type(5, (), {}), lambda: getattr(b), lambda: setattr(b, 1, 2)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
