# A cancelled waiter of a condition takes the lock back before it goes.
import asyncio
async def w(c, n):
  async with c:
    try:
      await c.wait()
      print("woke", n)
    except asyncio.CancelledError:
      print("cancelled", n, c.locked())
      raise
async def main():
  c = asyncio.Condition()
  ts = [asyncio.create_task(w(c, n)) for n in range(3)]
  await asyncio.sleep(0)
  ts[1].cancel()
  await asyncio.sleep(0)
  async with c: c.notify(2)
  await asyncio.wait(ts)
  print([t.cancelled() for t in ts], c.locked())
asyncio.run(main())
