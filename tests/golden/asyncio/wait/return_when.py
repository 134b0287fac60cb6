# wait(): sets of done and pending for each return_when, and with a timeout.
import asyncio
async def ends(n, error=None):
  for _ in range(n): await asyncio.sleep(0)
  if error: raise error
  return n
def names(tasks): return sorted(t.get_name() for t in tasks)
async def main():
  def make(): return [asyncio.create_task(ends(1), name="one"), asyncio.create_task(ends(3, ValueError()), name="two"), asyncio.create_task(ends(6), name="three")]
  for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
    ts = make()
    done, pending = await asyncio.wait(ts, return_when=when)
    print(when, names(done), names(pending))
    await asyncio.wait(ts)
    ts[1].exception()
  t = asyncio.create_task(asyncio.sleep(10), name="long")
  done, pending = await asyncio.wait({t}, timeout=0.001)
  print(names(done), names(pending), t.done())
  done, pending = await asyncio.wait({t}, timeout=0)
  print(names(done), names(pending))
  t.cancel()
  done, pending = await asyncio.wait([t])
  print(names(done), t.cancelled())
  for bad in ((), t, [asyncio.sleep(0)]):
    try: await asyncio.wait(bad)
    except (ValueError, TypeError) as e: print(type(e).__name__, e)
    if isinstance(bad, list): bad[0].close()
  try: await asyncio.wait([t], return_when="SOON")
  except ValueError as e: print(e)
asyncio.run(main())
