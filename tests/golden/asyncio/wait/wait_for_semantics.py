# wait_for: results, errors, timeouts of zero and below, None, futures, and what is cancelled when.
import asyncio
async def slow(log):
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    log.append("cancelled")
    raise
async def quick(x): return x
async def clean_up_slowly(log):
  try: await asyncio.sleep(10)
  finally:
    await asyncio.sleep(0.002)
    log.append("cleaned up")
async def ignores():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError: return "late result"
async def other_error():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError: raise ValueError("other")
async def main():
  log = []
  print(await asyncio.wait_for(quick(1), 5), await asyncio.wait_for(quick(2), None))
  for t in (0, -1, 0.001):
    try: await asyncio.wait_for(slow(log), t)
    except asyncio.TimeoutError as e: print("timeout", t, e.args, type(e.__cause__).__name__, log)
  try: await asyncio.wait_for(clean_up_slowly(log), 0.001)
  except asyncio.TimeoutError: print(log)
  print(await asyncio.wait_for(ignores(), 0.001))
  try: await asyncio.wait_for(other_error(), 0.001)
  except ValueError as e: print(e)
  f = asyncio.get_running_loop().create_future()
  try: await asyncio.wait_for(f, 0.001)
  except TimeoutError: print(f.cancelled())
  d = asyncio.get_running_loop().create_future()
  d.set_result("ready")
  print(await asyncio.wait_for(d, 0))
  t = asyncio.create_task(asyncio.wait_for(slow(log), 5))
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  t.cancel("outer")
  try: await t
  except asyncio.CancelledError as e: print("cancelled from outside", e.args, log[-1])
asyncio.run(main())
