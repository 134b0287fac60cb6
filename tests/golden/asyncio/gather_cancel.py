# Cancelling a gather cancels its children; a cancelled child is an error of the gather.
import asyncio
async def job(n):
  try:
    await asyncio.sleep(100)
  except asyncio.CancelledError:
    print("child cancelled", n)
    raise
async def main():
  g = asyncio.gather(job(1), job(2))
  await asyncio.sleep(0)
  print(g.cancel())
  try:
    await g
  except asyncio.CancelledError:
    print("gather cancelled", g.cancelled())
  t = asyncio.create_task(job(3))
  g = asyncio.gather(t, asyncio.sleep(0, "x"), return_exceptions=True)
  await asyncio.sleep(0)
  t.cancel("why")
  print([repr(x) for x in await g])
  t = asyncio.create_task(job(4))
  await asyncio.sleep(0)
  t.cancel()
  try:
    await asyncio.gather(t)
  except asyncio.CancelledError:
    print("child's cancellation raised")
  async def both(): return await asyncio.gather(job(5), job(6))
  outer = asyncio.create_task(both())
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  outer.cancel()
  try:
    await outer
  except asyncio.CancelledError:
    print("outer cancelled")
asyncio.run(main())
