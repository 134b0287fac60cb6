# An uncaught timeout shows the cancellation it came from.
import asyncio
async def slow():
  await asyncio.sleep(10)
async def main():
  async with asyncio.timeout(0.001):
    await slow()
asyncio.run(main())
