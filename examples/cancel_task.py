"""Ask whether a task is done, and cancel it when it takes too long."""

import asyncio


async def slow():
  try:
    print("slow: working")
    await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("slow: told to stop, cleaning up")
    raise
  finally:
    print("slow: finally")


async def main():
  task = asyncio.create_task(slow())
  for tick in range(3):
    await asyncio.sleep(0.005)
    print("tick", tick, "done:", task.done())
  if not task.done():
    print("cancel() returned", task.cancel())
  try:
    await task
  except asyncio.CancelledError:
    print("main: the task was cancelled:", task.cancelled())


asyncio.run(main())
