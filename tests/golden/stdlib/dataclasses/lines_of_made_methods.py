# Tracebacks through methods that a dataclass got: their lines are those of a text of its own for each
from dataclasses import dataclass
import traceback

@dataclass(frozen=True)
class Point:
    x: int

@dataclass(order=True)
class Item:
    key: object

@dataclass
class Checked:
    value: int

    def __post_init__(self):
        raise ValueError("refused")

class Odd:
    def __eq__(self, other):
        raise LookupError("not comparable")

for action in (lambda: setattr(Point(1), "x", 2), lambda: delattr(Point(1), "x"), lambda: Item(1) < Item("a"), lambda: Item(1) >= Item("a"), lambda: Item([]) == Item(Odd()), lambda: hash(Point([])), lambda: Checked(1)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error, [(level.filename, level.lineno, level.name) for level in traceback.extract_tb(error.__traceback__)[2:3]])
