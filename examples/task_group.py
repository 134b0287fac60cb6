"""TaskGroup: the block ends when all tasks ended; one failure cancels the others."""

import asyncio


async def fetch(name, delay):
  try:
    await asyncio.sleep(delay)
  except asyncio.CancelledError:
    print(name, "cancelled")
    raise
  print(name, "fetched")
  return len(name)


async def fail(delay):
  await asyncio.sleep(delay)
  raise ConnectionError("lost")


async def main():
  async with asyncio.TaskGroup() as group:
    one = group.create_task(fetch("one", 0.002))
    three = group.create_task(fetch("three", 0.001))
  print("results", one.result(), three.result())

  try:
    async with asyncio.TaskGroup() as group:
      group.create_task(fetch("slow", 10))
      group.create_task(fail(0.001))
  except* ConnectionError as group_error:
    print("errors", [str(e) for e in group_error.exceptions])


asyncio.run(main())
