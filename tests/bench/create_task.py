# Creates a task that ends at once and awaits it.
import asyncio
import time

COUNT = 80_000


async def work(n):
  return n & 7


async def main():
  total = 0
  for n in range(COUNT):
    total += await asyncio.create_task(work(n))
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("create_task", total)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
