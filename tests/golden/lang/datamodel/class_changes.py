# Assigning __bases__, __class__, __name__ of existing classes.
class A: pass
class B(A): x = "b"
class C(A): x = "c"
class D(B): pass


print(D().x)
D.__bases__ = (C,)
print(D().x, D.__mro__)
d = D()
d.__class__ = B
print(type(d).__name__, d.x)
D.__name__ = "Renamed"
print(D, D.__name__, D.__qualname__)
for change in (lambda: setattr(D, "__bases__", (int,)), lambda: setattr(D, "__bases__", ()), lambda: setattr(D, "__bases__", (D,)),
               lambda: setattr(d, "__class__", int), lambda: setattr(d, "__class__", 1), lambda: setattr(D, "__name__", 1), lambda: setattr(D, "__mro__", ())):
  try:
    change()
  except (TypeError, AttributeError) as error:
    print(type(error).__name__, error)
