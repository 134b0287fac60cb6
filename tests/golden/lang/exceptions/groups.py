# Exception groups: message, members, split, subgroup, derive.
g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)]), OSError("x")])
print(g, g.message, len(g.exceptions), repr(g))
print(g.split(ValueError))
print(g.subgroup(lambda e: isinstance(e, TypeError)), g.subgroup(KeyError))
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for args in (("m", []), ("m", [1]), ("m",), (1, [ValueError()]), ("m", [KeyboardInterrupt()])):
  try: print(ExceptionGroup(*args))
  except (TypeError, ValueError) as e: print(type(e).__name__, e)
class Mine(ExceptionGroup):
  def derive(self, excs): return Mine(self.message + "'", excs)
m = Mine("mine", [ValueError(1), KeyError(2)])
print(repr(m.subgroup(KeyError)), [repr(x) for x in m.split(ValueError)])
