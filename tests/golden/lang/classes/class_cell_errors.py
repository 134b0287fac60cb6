# Errors of classes: unknown attribute, not callable, instantiation of abstract names.
class C:
  x = 1
c = C()
def attempt(f):
  try:
    print(f())
  except Exception as e:
    print(type(e).__name__, e)
attempt(lambda: c.y)
attempt(lambda: C.y)
attempt(lambda: c())
attempt(lambda: c[0])
attempt(lambda: C[0])
attempt(lambda: len(c))
attempt(lambda: iter(c))
attempt(lambda: c + 1)
attempt(lambda: -c)
attempt(lambda: c < c)
attempt(lambda: c.x.z)
attempt(lambda: None.foo)
attempt(lambda: (1).foo)
attempt(lambda: setattr(5, "a", 1))
attempt(lambda: setattr(int, "a", 1))
attempt(lambda: c.__class__.__name__)
attempt(lambda: hash(type("U", (), {"__eq__": lambda a, b: True})()))
attempt(lambda: 1 in c)
attempt(lambda: next(c))
def withit():
  with c: pass
attempt(withit)
