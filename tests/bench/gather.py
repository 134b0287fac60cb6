# Gathers groups of a hundred coroutines that each suspend once.
import asyncio
import time

ROUNDS, WIDTH = 1_000, 100


async def work(n):
  await asyncio.sleep(0)
  return n


async def main():
  total = 0
  for _ in range(ROUNDS):
    total += sum(await asyncio.gather(*(work(n) for n in range(WIDTH))))
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("gather", total)
print(f"# {elapsed / (ROUNDS * WIDTH) * 1e9:.1f} ns per op")
