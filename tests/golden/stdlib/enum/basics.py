# Enum, IntEnum, auto, Flag.
from enum import Enum, IntEnum, auto, Flag
class Color(Enum):
  RED = 1
  GREEN = "g"
  ALIAS = 1
  def hello(self): return f"I am {self.name}"
print(Color.RED, repr(Color.GREEN), Color(1), Color["GREEN"], Color.RED.name, Color.RED.value, Color.ALIAS is Color.RED, list(Color), len(Color), Color.RED.hello(), Color.RED in Color, Color.RED == 1, {Color.RED: "k"}[Color.RED], isinstance(Color.RED, Color), list(Color.__members__))
class N(IntEnum):
  ONE = auto()
  TWO = auto()
print(N.TWO, N.TWO + 1, N.ONE < N.TWO, N(2).name, f"{N.ONE}", sorted([N.TWO, N.ONE]))
class F(Flag):
  R = auto(); W = auto(); X = auto()
print(F.R | F.W, (F.R | F.X) & F.X, F.R in (F.R | F.W), ~F.R, F(0), F.X.value)
for f in (lambda: Color(9), lambda: Color["NO"], lambda: Color.NO, lambda: setattr(Color, "RED", 5), lambda: type("D", (Color,), {}), lambda: Color.RED < Color.GREEN):
  try: f()
  except Exception as e: print(type(e).__name__, e)
