# A lock and a semaphore between ten tasks that give the turn away while they hold it.
import asyncio
import time

TASKS, TURNS = 10, 4_000


async def use(lock, semaphore, turns):
  for _ in range(turns):
    async with lock:
      await asyncio.sleep(0)
    async with semaphore:
      await asyncio.sleep(0)
  return turns


async def main():
  lock, semaphore = asyncio.Lock(), asyncio.Semaphore(3)
  return sum(await asyncio.gather(*(use(lock, semaphore, TURNS) for _ in range(TASKS))))


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("locks", total)
print(f"# {elapsed / (2 * total) * 1e9:.1f} ns per op")
