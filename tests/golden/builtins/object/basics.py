# object, None, NotImplemented, Ellipsis.
o = object()
print(o == o, o != object(), o is o, type(o), isinstance(5, object), hash(o) == hash(o), None is None, type(None).__name__, repr(NotImplemented), repr(...), bool(NotImplemented is None), str(None), None == False, object.__name__, object.__bases__, type.__mro__, object.__doc__ is not None)
for f in (lambda: setattr(o, "a", 1), lambda: o < o, lambda: o + o, lambda: o(), lambda: None + 1, lambda: len(None), lambda: type(None)(5), lambda: object(5), lambda: iter(None)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
print(type(None)() is None, type(...)() is ..., o.__eq__(5), (5).__eq__("a"), o.__class__ is object, int.__class__ is type)
