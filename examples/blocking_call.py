"""A blocking call stops the whole loop: both tasks started, yet neither can finish meanwhile."""

import asyncio
import time


async def say_after(delay, what):
  print("start", what)
  await asyncio.sleep(delay)
  print("end", what)


async def main():
  task1 = asyncio.create_task(say_after(0.01, "hello"))
  task2 = asyncio.create_task(say_after(0.02, "world"))
  print("before the short sleep")
  await asyncio.sleep(0.001)
  time.sleep(0.05)  # Does not give the loop a chance.
  print("after the blocking sleep; finished tasks:", task1.done() + task2.done())
  await task1
  await task2


asyncio.run(main())
