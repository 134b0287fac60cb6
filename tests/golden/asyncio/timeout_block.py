# asyncio.timeout turns its own cancellation into TimeoutError at the end of the block.
import asyncio
async def main():
  try:
    async with asyncio.timeout(0.005) as cm:
      try:
        await asyncio.sleep(10)
      except asyncio.CancelledError:
        print("cancelled inside")
        raise
  except TimeoutError as e:
    print("timeout", cm.expired(), type(e.__cause__).__name__)
  async with asyncio.timeout(10) as cm:
    await asyncio.sleep(0)
  print("in time", cm.expired())
  async with asyncio.timeout(None) as cm:
    print(cm.when())
  try:
    async with asyncio.timeout(0):
      print("runs until the first await")
      await asyncio.sleep(1)
  except TimeoutError:
    print("at once")
  try:
    async with asyncio.timeout(0.001):
      raise KeyError("own")
  except KeyError as e:
    print(repr(e))
asyncio.run(main())
