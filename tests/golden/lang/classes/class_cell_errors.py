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

# A slot may have the cell's name, since the cell leaves the namespace
class Named:
    __slots__ = ("__classcell__",)

    def own_class(self):
        return __class__

named = Named()
named.__classcell__ = 5
print(named.__classcell__, named.own_class(), type(Named.__dict__["__classcell__"]).__name__)
try:
    class Wrong:
        __slots__ = ("__classcell__",)
        __classcell__ = 5
except TypeError as error:
    print(error)
