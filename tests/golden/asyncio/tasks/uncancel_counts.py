# cancelling() counts requests; uncancel() takes them back and never goes below zero.
import asyncio
async def stubborn(n):
  for i in range(n):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print("swallowed", i, asyncio.current_task().cancelling())
  return "survived"
async def main():
  t = asyncio.create_task(stubborn(2))
  await asyncio.sleep(0)
  print(t.cancelling(), t.cancel(), t.cancel(), t.cancelling())
  await asyncio.sleep(0)
  print(t.cancelling(), t.uncancel(), t.uncancel(), t.uncancel())
  t.cancel()
  print(await t, t.cancelling(), t.cancelled())
  print(t.cancel(), t.cancelling())
  async def quick(): return 7
  q = asyncio.create_task(quick())
  q.cancel()
  q.uncancel()
  try: print(await q)
  except asyncio.CancelledError: print("still cancelled in 3.11")
asyncio.run(main())
