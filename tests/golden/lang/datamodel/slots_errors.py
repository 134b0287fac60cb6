# What __slots__ refuses.
def define(bases, slots, **namespace):
  try:
    print(type("A", bases, {"__slots__": slots, **namespace}))
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)


define((), ("a",), a=1)
define((), ("1a",))
define((), (1,))
define((int,), ("x",))
define((int,), ())
define((list,), ("x",))


class One: __slots__ = ("a",)
class Two: __slots__ = ("b",)


define((One, Two), ())
define((One,), ("__dict__", "__weakref__"))
