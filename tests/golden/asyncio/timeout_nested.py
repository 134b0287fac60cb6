# Nested timeouts: only the one that expired raises; an outer cancellation passes through.
import asyncio
async def main():
  try:
    async with asyncio.timeout(10) as outer:
      try:
        async with asyncio.timeout(0.005) as inner:
          await asyncio.sleep(1)
      except TimeoutError:
        print("inner", inner.expired(), outer.expired())
      await asyncio.sleep(0)
      print("outer goes on")
  except TimeoutError:
    print("never")
  try:
    async with asyncio.timeout(0.005) as outer:
      async with asyncio.timeout(10) as inner:
        await asyncio.sleep(1)
  except TimeoutError:
    print("outer", inner.expired(), outer.expired())
  async def job():
    async with asyncio.timeout(10):
      await asyncio.sleep(10)
  t = asyncio.create_task(job())
  await asyncio.sleep(0)
  t.cancel("from outside")
  try:
    await t
  except asyncio.CancelledError as e:
    print("cancelled", e)
asyncio.run(main())
