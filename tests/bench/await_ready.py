# Awaits a coroutine that never suspends.
import asyncio
import time

COUNT = 5_000_000


async def add(a, b):
  return a + b


async def main():
  total = 0
  for n in range(COUNT):
    total = await add(total, n)
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("await_ready", total)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
