# Names and values that a class refuses, what members are made of, and what their text is.
import dataclasses
import warnings
from enum import Enum, Flag, ReprEnum, auto, pickle_by_enum_name, pickle_by_global_name


class Steps(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), auto(), auto()


class Bits(Flag):
    def __new__(cls, position):
        member = object.__new__(cls)
        member._value_ = 1 << position
        return member

    HIGH = 3
    LOW = 1


@dataclasses.dataclass
class Point:
    x: int


class Points(Point, Enum):
    ORIGIN = 0


print(list(Steps), Bits.HIGH | Bits.LOW, repr(Points.ORIGIN))
print(hasattr(Steps, "_flag_mask_"), Bits._flag_mask_, pickle_by_global_name(Steps.ONE, 2), pickle_by_enum_name(Steps.ONE, 2)[1])


def refused(make):
    try:
        make()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


refused(lambda: Enum("E", ("", "B")))
refused(lambda: Enum("E", ("mro", "B")))
refused(lambda: Enum(1))
refused(lambda: Flag("F", {"A": "x"}))


def wrong_order():
    class Ordered(Enum):
        _order_ = "red green blue"
        red = 1
        green = 2


def no_data_type():
    class Shown(ReprEnum):
        a = 1


def twice():
    class Twice(Enum):
        vars().update({"a": 1}, a=2)


refused(wrong_order)
refused(no_data_type)
refused(twice)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")

    class Outer(Enum):
        class Inner(Enum):
            a = 1

print(list(Outer), caught[0].category.__name__, caught[0].message)
