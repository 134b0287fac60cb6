# Task switch: ten tasks give the turn away with sleep(0).
import asyncio
import time

TASKS, TURNS = 10, 50_000


async def spin(turns):
  for _ in range(turns):
    await asyncio.sleep(0)
  return turns


async def main():
  return sum(await asyncio.gather(*(spin(TURNS) for _ in range(TASKS))))


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("task_switch", total)
print(f"# {elapsed / total * 1e9:.1f} ns per op")
