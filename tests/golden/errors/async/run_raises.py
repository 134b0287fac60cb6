# An exception through asyncio.run: awaits are frames.
import asyncio
async def inner():
  await asyncio.sleep(0)
  raise ValueError("from inner")
async def outer():
  await inner()
async def main():
  await outer()
asyncio.run(main())
