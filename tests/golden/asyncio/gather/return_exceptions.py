# return_exceptions=True: errors and cancellations are results; cancelling the gather still cancels.
import asyncio
async def ok(x):
  await asyncio.sleep(0)
  return x
async def fail(x): raise ValueError(x)
async def cancelled(): raise asyncio.CancelledError("inside")
async def long(): await asyncio.sleep(10)
async def main():
  print(await asyncio.gather(ok(1), fail(2), cancelled(), ok(4), return_exceptions=True))
  g = asyncio.gather(long(), long(), return_exceptions=True)
  await asyncio.sleep(0)
  print(g.cancel("why"), g.cancelled(), g.done())
  try: await g
  except asyncio.CancelledError as e: print("cancelled", e.args, g.cancelled(), g.done())
  t = asyncio.create_task(long())
  g = asyncio.gather(t, ok(5), return_exceptions=True)
  await asyncio.sleep(0)
  t.cancel("one child")
  r = await g
  print(repr(r[0]), r[1])
  print(g.cancel(), g.result() is r)
asyncio.run(main())
