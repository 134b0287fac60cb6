# StrEnum, verification, members that are none, formats, flags of all kinds.
import enum
import warnings
from enum import *

warnings.simplefilter("ignore")


class Color(StrEnum):
  RED = auto()
  BLUE = "b"


class Perm(IntFlag, boundary=KEEP):
  R = 4
  W = 2
  X = 1
  RW = 6


class Strict(Flag, boundary=STRICT):
  A = auto()
  B = auto()


class Conform(Flag, boundary=CONFORM):
  A = 1


class Eject(Flag, boundary=EJECT):
  A = 1


class Mixed(Enum):
  value_of = nonmember(5)
  function = member(len)

  @member
  def method(self):
    return 1

  @property
  def shown(self):
    return self.name.lower()

  def _generate_next_value_(name, start, count, last):
    return name * 2


class Gen(Enum):
  def _generate_next_value_(name, start, count, last):
    return (name, start, count, last)
  ONE = auto()
  TWO = auto()


print(Color.RED, repr(Color.RED), Color("b"), Color.RED + "!", f"{Color.RED:>5}", Color.RED == "red", list(Color), Color.RED.upper(), str(Perm.R), repr(Perm.R | Perm.X), Perm.RW, Perm(8), ~Perm.R, Perm.R in Perm.RW, list(Perm.RW), len(Perm.RW),
      Perm(0), bool(Perm(0)), Perm.R ^ Perm.RW, Perm["R"], Perm.R | 8, int(Perm.R), Perm.R & 6, format(Perm.R, "03d"))
print(Strict.A | Strict.B, ~Strict.A, Conform(5), Eject(5), type(Eject(5)), Mixed.value_of, Mixed.function, Mixed.method, Mixed.function.shown, Gen.ONE.value, Gen.TWO.value, Strict(3), list(Strict(3)), Strict.A._name_, (Strict.A | Strict.B)._name_)
for wrong in (lambda: Strict(8), lambda: Color("x"), lambda: Color["X"], lambda: Enum("E", "a a"), lambda: StrEnum("S", {"A": 5}), lambda: Color.RED.RED if False else setattr(Color, "RED", 1), lambda: delattr(Color, "RED"), lambda: Color(),
              lambda: type("Sub", (Color,), {}), lambda: IntEnum("I", {"A": "x"}), lambda: "red" in Color, lambda: 5 in Perm, lambda: verify(UNIQUE)(Enum("U", {"A": 1, "B": 1})), lambda: verify(CONTINUOUS)(IntEnum("C", {"A": 1, "B": 4})),
              lambda: verify(NAMED_FLAGS)(Flag("F", {"A": 1, "B": 6})), lambda: unique(Enum("U", {"A": 1, "B": 1})), lambda: Perm.R + "x", lambda: Color.RED < 5):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
Made = Enum("Made", ["A", "B"], module="somewhere", qualname="Outer.Made", start=5)
print(list(Made), Made.__module__, Made.__qualname__, Made.A.value, Made.__members__, IntEnum("I", "a b").b + 1, EnumType is EnumMeta, isinstance(Color, EnumMeta), ReprEnum in IntEnum.__mro__, EnumCheck.UNIQUE, FlagBoundary.KEEP, Flag("F", "A B C")(5))


@enum.global_enum
class Level(IntFlag):
  LOW = 1
  HIGH = 2


print(LOW, repr(HIGH), LOW | HIGH, global_enum_repr(Level.LOW), global_flag_repr(Level.LOW | Level.HIGH), global_str(Level.LOW), enum.show_flag_values(Level.LOW | Level.HIGH) if hasattr(enum, "show_flag_values") else "")
