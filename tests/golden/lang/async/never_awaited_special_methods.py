# Special methods that should not be coroutines: the place is the statement that called them.
import asyncio
import gc
import sys


class Resource:
  async def __init__(self): pass


class Text:
  async def __str__(self): pass
  async def __len__(self): pass


class Rows:
  async def __iter__(self): pass


class Later:
  async def __aiter__(self): return self


async def read():
  async for _ in Later(): pass


def attempt(action):
  try: action()
  except TypeError as error: print(error)
  gc.collect()


def text():
  len(Text())


def rows():
  for _ in Rows(): pass


attempt(Resource)
attempt(text)
attempt(rows)
attempt(lambda: asyncio.run(read()))
sys.set_coroutine_origin_tracking_depth(1)
made = list(map(Text.__str__, [Text()]))
print(made[0].cr_origin[0][1:])
made[0].close()
