"""wait_for cancels what takes too long; shield lets it live and only counts the timeout."""

import asyncio


async def work(name, seconds):
  try:
    await asyncio.sleep(seconds)
    print(name, "finished")
    return name.upper()
  except asyncio.CancelledError:
    print(name, "was cancelled")
    raise


async def main():
  print(await asyncio.wait_for(work("quick", 0.001), timeout=1))

  try:
    await asyncio.wait_for(work("slow", 10), timeout=0.01)
  except asyncio.TimeoutError:
    print("slow timed out")

  # Sometimes the task must go on to its end and only the number of timeouts is wanted.
  timeouts = 0
  task = asyncio.create_task(work("patient", 0.035))
  while True:
    try:
      result = await asyncio.wait_for(asyncio.shield(task), timeout=0.01)
      break
    except asyncio.TimeoutError:
      timeouts += 1
  print("patient gave", result, "after some timeouts:", timeouts > 0)

  try:
    async with asyncio.timeout(0.01):
      await work("inside a timeout block", 10)
  except TimeoutError:
    print("the block timed out")


asyncio.run(main())
