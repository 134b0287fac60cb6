# __slots__ is looked at as a whole before its names become members: which mistake is told first.
def make(bases, slots, **ns):
  try:
    c = type("C", bases, {"__slots__": slots, **ns})
    print(c.__slots__, hasattr(c, "__dict__"))
  except (TypeError, ValueError) as e: print(type(e).__name__, e)


class D: pass
class S: __slots__ = ()
make((D,), ("x", "__dict__"), x=1)
make((S,), ("x", "__dict__", "__dict__"), x=1)
make((S,), ("x", "1y"), x=1)
make((S,), ("x", 5), x=1)
make((int,), ("__dict__",))
make((int,), ("5",))
make((int,), ())
make((tuple,), (1,))
make((type,), ("x",))
make((type,), ("__weakref__",))
make((str,), ("x", "__weakref__"))
make((list,), ("x", "x"))
make((dict,), ("__weakref__", "__dict__"))
make((Exception,), ("__dict__",))
make((Exception,), ("__weakref__", "y"))
make((bytes,), iter("a"))
