# Asynchronous context managers: a class whose methods do not suspend, one that suspends on leaving, a generator.
import asyncio
import contextlib
import time

COUNT = 60_000


class Ready:
  async def __aenter__(self):
    return 1

  async def __aexit__(self, *exc_info):
    return None


class Leaving(Ready):
  async def __aexit__(self, *exc_info):
    await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def generated():
  yield 1


async def main():
  total = 0
  ready, leaving = Ready(), Leaving()
  for _ in range(COUNT):
    async with ready as n:
      total += n
    async with leaving as n:
      total += n
    async with generated() as n:
      total += n
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("async_with", total)
print(f"# {elapsed / total * 1e9:.1f} ns per op")
