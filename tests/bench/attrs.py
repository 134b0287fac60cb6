# Attribute reads and writes, method calls.
import time

COUNT = 5_000_000


class Point:
  def __init__(self, x, y):
    self.x = x
    self.y = y

  def move(self, dx, dy):
    self.x += dx
    self.y -= dy
    return self


def run(count):
  point = Point(0, 0)
  for i in range(count):
    point.move(i, 1)
  return point.x + point.y


start = time.perf_counter()
result = run(COUNT)
elapsed = time.perf_counter() - start
print("attrs", result)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
