# Task groups of ten tasks that each suspend once.
import asyncio
import time

ROUNDS, WIDTH = 5_000, 10


async def work(n):
  await asyncio.sleep(0)
  return n


async def main():
  total = 0
  for _ in range(ROUNDS):
    async with asyncio.TaskGroup() as group:
      tasks = [group.create_task(work(n)) for n in range(WIDTH)]
    total += sum(task.result() for task in tasks)
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("task_group", total)
print(f"# {elapsed / (ROUNDS * WIDTH) * 1e9:.1f} ns per op")
