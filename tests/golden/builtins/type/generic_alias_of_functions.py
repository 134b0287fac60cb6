# What knows its module and name shows as a type does between the brackets.
import math


class Outer:
  def method(self):
    pass


print(dict[len, print], list[math.sqrt], list[Outer.method], list[Outer], list[str.join], tuple[int, ...], list["x"], list[3])
