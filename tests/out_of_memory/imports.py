# Modules of the library, native ones and those in the language.
import collections
import dataclasses
import enum
import functools
import json
import math
import re
import sys
import textwrap


class Color(enum.Enum):
  RED = 1
  GREEN = 2


@dataclasses.dataclass(order=True)
class Point:
  x: int
  y: int = 0


print(sorted([Point(3), Point(1, 2)]), Color["RED"], json.dumps({"a": [1, 2.5, None]}), json.loads('{"x": [1, {"y": "z"}]}'))
print(re.findall(r"(\w)(\d+)", "a1 b22"), textwrap.fill("some words to be wrapped", 10), math.factorial(30))
print(collections.Counter("mississippi").most_common(2), functools.reduce(lambda a, b: a * b, range(1, 10)), sys.version_info[:2])
