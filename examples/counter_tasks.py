"""Four counters take turns; two ways to wait until all of them are done."""

import asyncio


async def counter(name, limit):
  for i in range(limit):
    print(f"{name}: {i!s}")
    await asyncio.sleep(0)


async def wait_by_hand():
  tasks = []
  for n in range(0, 4):
    tasks.append(asyncio.create_task(counter(f"task{n}", 3)))
  while True:
    tasks = [t for t in tasks if not t.done()]
    if len(tasks) == 0:
      return
    await tasks[0]


async def wait_with_wait():
  tasks = [asyncio.create_task(counter(name, 2)) for name in ("a", "b")]
  done, pending = await asyncio.wait(tasks, timeout=None)
  print(len(done), "done,", len(pending), "pending")


asyncio.run(wait_by_hand())
asyncio.run(wait_with_wait())
