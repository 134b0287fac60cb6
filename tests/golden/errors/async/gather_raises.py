# An exception through gather.
import asyncio
async def bad(n):
  await asyncio.sleep(0)
  raise KeyError(n)
async def main():
  await asyncio.gather(bad(1), asyncio.sleep(0.001))
asyncio.run(main())
