# wait_for: result, timeout, exception, zero timeout, done future.
import asyncio
async def job(d, r="r"):
  try:
    await asyncio.sleep(d)
    return r
  except asyncio.CancelledError:
    print("cancelled", r)
    raise
async def main():
  print(await asyncio.wait_for(job(0), 1))
  print(await asyncio.wait_for(job(0, "none"), None))
  for t in (0.01, 0, -1):
    try:
      await asyncio.wait_for(job(10, t), t)
    except TimeoutError as e:
      print("timeout", t, repr(e), type(e.__cause__).__name__)
  f = asyncio.get_running_loop().create_future()
  f.set_result(1)
  print(await asyncio.wait_for(f, 0))
  async def bad(): raise KeyError("k")
  try:
    await asyncio.wait_for(bad(), 1)
  except KeyError as e:
    print(repr(e))
asyncio.run(main())
