"""A tour of the language: values, functions, classes, patterns, generators and async, in one file."""

import asyncio
import contextlib
import functools
import itertools
from collections import Counter, defaultdict


def section(title):
  print(f"\n== {title} ".ljust(60, "="))


# ---------------------------------------------------------------- values and text
section("values")
print(7 // 2, -7 // 2, -7 % 3, 2**100, 1_000_000, 0xFF, 1e16, 0.1 + 0.2)
name, width = "coil", 12
print(f"[{name:^{width}}] {3.14159:.2f} {255:#x} {1234567:,} {name!r} {width=}")
first, *middle, last = range(6)
print(first, middle, last)
print("abc"[::-1], [1, 2, 3, 4, 5][1:-1], {"a": 1} | {"b": 2}, {3, 1, 2} & {2, 3})
print(sorted(["pear", "fig", "apple"], key=len), Counter("mississippi").most_common(2))

# ---------------------------------------------------------------- functions
section("functions")


def describe(kind, /, *parts, sep="-", **options):
  return f"{kind}: {sep.join(parts)} {options}"


print(describe("list", "a", "b", sep="+", color="red"))


def counter():
  count = 0

  def step():
    nonlocal count
    count += 1
    return count

  return step


step = counter()
print(step(), step(), step())


@functools.lru_cache(maxsize=None)
def fib(n):
  return n if n < 2 else fib(n - 1) + fib(n - 2)


print([fib(n) for n in range(12)], fib(90))

# ---------------------------------------------------------------- classes
section("classes")


class Shape:
  def __init_subclass__(cls, **kwargs):
    super().__init_subclass__(**kwargs)
    print("new shape:", cls.__name__)

  def __repr__(self):
    return f"{type(self).__name__}({self.area:g})"

  def __lt__(self, other):
    return self.area < other.area


class Square(Shape):
  __match_args__ = ("side",)

  def __init__(self, side):
    self.side = side

  @property
  def area(self):
    return self.side**2


class Circle(Shape):
  __match_args__ = ("radius",)

  def __init__(self, radius):
    self.radius = radius

  @property
  def area(self):
    return 3 * self.radius**2


print(sorted([Circle(2), Square(3), Square(1)]))

# ---------------------------------------------------------------- patterns
section("patterns")


def explain(value):
  match value:
    case 0 | 1:
      return "a bit"
    case int(n) if n < 0:
      return f"negative {n}"
    case [x, y]:
      return f"pair {x} {y}"
    case [x, *rest]:
      return f"starts with {x}, {len(rest)} more"
    case {"op": str(op), **others}:
      return f"operation {op} {others}"
    case Square(side) | Circle(side):
      return f"shape of size {side}"
    case _:
      return "something else"


for value in (1, -5, (1, 2), [1, 2, 3], {"op": "add", "n": 1}, Circle(7), None):
  print(explain(value))

# ---------------------------------------------------------------- generators
section("generators")


def averager():
  total, count, average = 0, 0, None
  while True:
    value = yield average
    total += value
    count += 1
    average = total / count


average = averager()
next(average)
print([average.send(n) for n in (10, 20, 60)])
print(list(itertools.islice(itertools.accumulate(itertools.count(1)), 6)))
print([(a, b) for a in range(3) for b in "xy" if a])

# ---------------------------------------------------------------- exceptions
section("exceptions")


@contextlib.contextmanager
def guard(label):
  print("enter", label)
  try:
    yield
  except KeyError as error:
    print("guarded", repr(error))
  finally:
    print("leave", label)


with guard("dictionary"):
  {}["missing"]

try:
  try:
    int("twelve")
  except ValueError as error:
    raise RuntimeError("bad configuration") from error
except RuntimeError as error:
  print(error, "<-", error.__cause__)

# ---------------------------------------------------------------- async
section("async")


async def countdown(label, n):
  while n:
    print(label, n)
    n -= 1
    await asyncio.sleep(0)
  return label.upper()


async def squares(limit):
  try:
    for n in range(limit):
      await asyncio.sleep(0)
      yield n * n
  finally:
    print("squares closed")


async def pipeline():
  queue, words = asyncio.Queue(2), defaultdict(list)

  async def produce():
    for word in "when the loop turns tasks take turns".split():
      await queue.put(word)
    await queue.put(None)

  async def consume():
    while (word := await queue.get()) is not None:
      words[len(word)].append(word)

  await asyncio.gather(produce(), consume())
  return dict(words)


async def main():
  print(await asyncio.gather(countdown("a", 2), countdown("b", 3)))
  print([n async for n in squares(5) if n % 2 == 0])
  print(await pipeline())

  try:
    async with asyncio.timeout(0.01):
      await asyncio.Event().wait()
  except TimeoutError:
    print("timed out")

  async def fail(error):
    raise error

  try:
    async with asyncio.TaskGroup() as group:
      group.create_task(fail(ValueError("one")))
      group.create_task(fail(TypeError("two")))
      group.create_task(asyncio.sleep(10))
  except* ValueError as errors:
    print("values:", errors.exceptions)
  except* TypeError as errors:
    print("types:", errors.exceptions)


asyncio.run(main())
