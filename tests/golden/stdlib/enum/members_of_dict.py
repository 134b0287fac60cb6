# The functional API with a dictionary: plain names in one step, all others as in a class body.
import enum
print(list(enum.Enum("A", {"x": 1, "y": 2, "z": 1})), list(enum.Enum("A", {"x": 1, "y": 2, "z": 1}).__members__))
print(list(enum.IntFlag("F", {"R": 4, "W": 2, "RW": 6, "NONE": 0})), enum.IntFlag("F", {"R": 4, "W": 2}).R | 2)
for names in ({"_private": 1}, {"__dunder__": 1}, {"_sunder_": 1}, {"mro": 1}, {"": 1}, {"ok": enum.auto(), "next": enum.auto()}, {"t": (1, 2)}, {"l": [1]}, {"f": len}, {5: 1},
              {"_ignore_": "x", "x": 1, "y": 2}, {"a": enum.member(1), "b": enum.nonmember(2)}, {"a": 1, "name": 2}):
  try:
    made = enum.Enum("E", names)
    print(names.keys(), {name: member.value for name, member in made.__members__.items()})
  except Exception as error:
    print(type(error).__name__, error)
class Pair(enum.Enum):
  A = 1, "one"
  B = 2, ("two", [])
  C = 1, "one"
  def __init__(self, number, text): self.text = text
print(list(Pair), Pair.A.text, Pair.C is Pair.A)
