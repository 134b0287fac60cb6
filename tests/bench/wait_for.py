# wait_for() with a time limit that is not reached.
import asyncio
import time

COUNT = 30_000


async def work(n):
  await asyncio.sleep(0)
  return n & 7


async def main():
  total = 0
  for n in range(COUNT):
    total += await asyncio.wait_for(work(n), 1000)
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("wait_for", total)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
