# Memory: a hundred thousand tasks suspended on one event; compare.py reads the peak of the process
# with and without them (a first argument of 0 gives the empty process).
import asyncio
import sys
import time

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000


async def wait_for(event):
  await event.wait()
  return 1


async def main():
  event = asyncio.Event()
  tasks = [asyncio.create_task(wait_for(event)) for _ in range(COUNT)]
  await asyncio.sleep(0)
  event.set()
  total = 0
  for task in tasks:
    total += await task
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("memory_tasks", total)
print(f"# {elapsed / max(COUNT, 1) * 1e9:.1f} ns per op")
