# Suspends at the bottom of an await chain of depth 100; every resume has to reach the innermost frame.
import asyncio
import time

DEPTH, TURNS = 100, 60_000


async def bottom(turns):
  for _ in range(turns):
    await asyncio.sleep(0)
  return turns


async def level(depth, turns):
  if depth == 1:
    return await bottom(turns)
  return await level(depth - 1, turns)


async def main():
  return await level(DEPTH, TURNS)


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("chain_100", total)
print(f"# {elapsed / TURNS * 1e9:.1f} ns per op")
