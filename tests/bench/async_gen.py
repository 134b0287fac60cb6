# Drains asynchronous generators: one that never suspends, one that suspends every tenth item.
import asyncio
import time

COUNT = 1_500_000


async def plain(limit):
  for n in range(limit):
    yield n


async def mixed(limit):
  for n in range(limit):
    if n % 10 == 0:
      await asyncio.sleep(0)
    yield n


async def main():
  total = 0
  async for n in plain(COUNT):
    total += n
  async for n in mixed(COUNT // 5):
    total += n
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("async_gen", total)
print(f"# {elapsed / (COUNT + COUNT // 5) * 1e9:.1f} ns per op")
