"""Three workers run concurrently: every "One" comes before any "Two"."""

import asyncio


async def worker():
  print("One")
  await asyncio.sleep(0.01)
  print("Two")


async def main():
  await asyncio.gather(worker(), worker(), worker())


asyncio.run(main())
