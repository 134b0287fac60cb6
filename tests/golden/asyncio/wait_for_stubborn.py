# What a coroutine does with the cancellation by a timeout: a result or another error wins.
import asyncio
async def swallow():
  try:
    await asyncio.sleep(10)
  except asyncio.CancelledError:
    return "swallowed"
async def other():
  try:
    await asyncio.sleep(10)
  finally:
    raise ValueError("other")
async def main():
  for f in (swallow, other):
    try:
      print(await asyncio.wait_for(f(), 0.005))
    except Exception as e:
      print(type(e).__name__, e)
  t = asyncio.create_task(asyncio.wait_for(swallow(), 10))
  await asyncio.sleep(0.001)
  t.cancel()
  try:
    print(await t)
  except asyncio.CancelledError:
    print("cancelled outside")
asyncio.run(main())
