# A context that a coroutine or generator has taken off its exception stays off when the exception reaches a caller that handles another one;
# and what is thrown into a finished generator gets no context from the caller.
import asyncio
from contextlib import asynccontextmanager


class Clean(Exception):
  pass


def raise_clean():
  error = Clean()
  try:
    raise error
  finally:
    error.__context__ = None


def generator():
  yield 1
  raise_clean()


async def coroutine():
  await asyncio.sleep(0)
  raise_clean()


async def forward():
  await coroutine()


async def async_generator():
  try:
    yield 1
  except KeyError:
    raise_clean()


@asynccontextmanager
async def manager():
  try:
    yield
  except LookupError:
    raise_clean()


async def loop_over(items):
  for _ in items:
    pass


async def throw(items, error):
  await anext(items)
  await items.athrow(error)


async def leave():
  async with manager():
    raise IndexError


async def throw_into(finished, error):
  for _ in finished:
    pass
  finished.throw(error)


async def main():
  cases = {
    "await": lambda: coroutine(),
    "await through another": lambda: forward(),
    "for": lambda: loop_over(generator()),
    "athrow": lambda: throw(async_generator(), KeyError),
    "async with": lambda: leave(),
    "finished": lambda: throw_into((x for x in ()), KeyError("thrown")),
    "finished, a class": lambda: throw_into((x for x in ()), KeyError),
  }
  for name, case in cases.items():
    try:
      try:
        raise OSError
      except OSError:
        await case()
    except (Clean, KeyError) as error:
      print(f"{name}: {error!r} in the context of {error.__context__!r}")


asyncio.run(main())
