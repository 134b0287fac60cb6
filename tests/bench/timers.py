# Timers: many sleepers with short, scattered delays, and as many timers that are cancelled.
import asyncio
import time

COUNT = 40_000


async def sleeper(n):
  await asyncio.sleep((n * 7919 % 1000) * 1e-6)
  return n & 1


async def main():
  loop = asyncio.get_running_loop()
  handles = [loop.call_later(1000 + n % 13, print, "never") for n in range(COUNT)]
  total = sum(await asyncio.gather(*(sleeper(n) for n in range(COUNT))))
  for handle in handles:
    handle.cancel()
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("timers", total)
print(f"# {elapsed / (2 * COUNT) * 1e9:.1f} ns per op")
