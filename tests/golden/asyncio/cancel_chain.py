# Cancelling a task that awaits another task cancels the awaited one.
import asyncio
async def inner():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("inner")
    raise
async def outer(t):
  try: await t
  except asyncio.CancelledError:
    print("outer, inner cancelled:", t.cancelled())
    raise
async def main():
  i = asyncio.create_task(inner())
  o = asyncio.create_task(outer(i))
  await asyncio.sleep(0)
  o.cancel()
  try: await o
  except asyncio.CancelledError: print("main")
  async def deep(n):
    if n: return await deep(n - 1)
    await asyncio.sleep(10)
  d = asyncio.create_task(deep(50))
  await asyncio.sleep(0)
  d.cancel()
  print([type(x).__name__ for x in await asyncio.gather(d, return_exceptions=True)])
asyncio.run(main())
