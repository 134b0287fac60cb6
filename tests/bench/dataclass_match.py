# Data classes and match statements over their instances, enumerations, tuples and strings.
import time
from dataclasses import dataclass

COUNT = 200_000


@dataclass
class Circle:
  radius: int


@dataclass
class Rectangle:
  width: int
  height: int = 2


def area(shape):
  match shape:
    case Circle(radius=r):
      return 3 * r * r
    case Rectangle(width=w, height=h) if w == h:
      return w * w
    case Rectangle(w, h):
      return w * h
    case ("point", x, y):
      return x + y
    case "nothing" | None:
      return 0
    case [*items]:
      return len(items)
    case int():
      return shape


def run():
  total = 0
  for i in range(COUNT):
    shapes = (Circle(i), Rectangle(2, 2), Rectangle(i), ("point", 1, i), "nothing", [1, 2, 3], i)
    for shape in shapes:
      total += area(shape)
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("dataclass_match", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
