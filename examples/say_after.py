"""create_task starts work early; awaiting one coroutine after the other does it in sequence."""

import asyncio
import time

STEP = 0.02


async def say_after(delay, what):
  print(f"  start say_after({what})")
  await asyncio.sleep(delay)
  print(f"  {what}")


async def one_after_the_other():
  await say_after(STEP, "hello")
  await say_after(2 * STEP, "world")


async def concurrently():
  task1 = asyncio.create_task(say_after(STEP, "hello"))
  task2 = asyncio.create_task(say_after(2 * STEP, "world"))
  print("  both tasks exist, none has started:", task1.done(), task2.done())
  await task1
  await task2


async def task_created_too_late():
  """The second task is made only after the first ended, so the times add up again."""
  task1 = asyncio.create_task(say_after(STEP, "hello"))
  await task1
  task2 = asyncio.create_task(say_after(2 * STEP, "world"))
  await task2


async def without_await():
  """Nobody waits for this task: main ends first and run() cancels it at its first await."""
  asyncio.create_task(say_after(STEP, "never said"))
  print("  nothing has started yet")


def measure(function):
  start = time.perf_counter()
  print(function.__name__)
  asyncio.run(function())
  return time.perf_counter() - start


sequence = measure(one_after_the_other)
together = measure(concurrently)
late = measure(task_created_too_late)
measure(without_await)
print("sequence takes the sum of the delays:", sequence >= 3 * STEP * 0.99)
print("concurrent takes the longest delay:", 2 * STEP * 0.99 <= together)
print("a task created too late does not help:", late >= 3 * STEP * 0.99)
