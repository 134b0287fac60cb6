# gather() that fails at a later argument leaves the tasks of the earlier ones running.
import asyncio


async def work():
  await asyncio.sleep(0)
  print("work goes on")


async def main():
  try:
    asyncio.gather(work(), 5)
  except TypeError as error:
    print(error)
  for _ in range(4):
    await asyncio.sleep(0)


asyncio.run(main())
