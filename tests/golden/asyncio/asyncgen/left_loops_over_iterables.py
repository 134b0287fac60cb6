# A loop that is left closes the generator that __iter__ or __aiter__ of its iterable made, when nobody else has it.
import asyncio


class Own:
  """Both methods are generators."""

  def __iter__(self):
    try:
      yield from (1, 2, 3)
    finally:
      print("  closed")

  async def __aiter__(self):
    try:
      for item in (1, 2, 3):
        yield item
    finally:
      print("  closing")
      await asyncio.sleep(0)
      print("  closed")


class Handed(Own):
  """The methods return what others make."""

  def items(self):
    return super().__iter__()

  def __iter__(self):
    return super().__iter__()

  def __aiter__(self):
    return super().__aiter__()


kept = []


class Kept(Own):
  """The generators are in a list, too."""

  def __iter__(self):
    kept.append(super().__iter__())
    return kept[-1]

  def __aiter__(self):
    kept.append(super().__aiter__())
    return kept[-1]


class Indirect(Own):
  def make(self, made):
    kept.append(made)
    return made

  def __iter__(self):
    return self.make(super().__iter__())

  def __aiter__(self):
    return self.make(super().__aiter__())


def first(kind):
  for item in kind():
    return item


def broken(kind):
  for item in kind():
    break
  print("  left")


def failed(kind):
  for item in kind():
    1 / 0




async def afirst(kind):
  async for item in kind():
    return item


async def abroken(iterable):
  async for item in iterable:
    break
  print("  left")
  await asyncio.sleep(0)
  await asyncio.sleep(0)


async def afailed(iterable):
  async for item in iterable:
    1 / 0


async def alisted(iterable):
  return [1 / 0 async for item in iterable]


async def main():
  for kind in (Own, Handed, Kept, Indirect):
    for use in (first, broken, failed):
      print(kind.__name__, use.__name__)
      try:
        print("  ->", use(kind))
      except ZeroDivisionError as e:
        print("  ->", e)
      while kept:
        print("  goes on:", list(kept.pop()))
    for use in (abroken, afailed, alisted):
      print(kind.__name__, use.__name__)
      try:
        print("  ->", await use(kind()))
      except ZeroDivisionError as e:
        print("  ->", e)
      for _ in range(3):
        await asyncio.sleep(0)
      while kept:
        print("  goes on:", [item async for item in kept.pop()])


asyncio.run(main())
