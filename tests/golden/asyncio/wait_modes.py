# asyncio.wait with its three modes and a timeout; it cancels nothing.
import asyncio
async def job(n, bad=False):
  for _ in range(n):
    await asyncio.sleep(0)
  if bad: raise OSError(n)
  return n
def names(s): return sorted(t.get_name() for t in s)
def make(): return [asyncio.create_task(job(n, n == 4), name=f"t{n}") for n in (2, 4, 8)]
async def main():
  for mode in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"):
    ts = make()
    d, p = await asyncio.wait(ts, return_when=getattr(asyncio, mode))
    print(mode, names(d), names(p))
    await asyncio.gather(*ts, return_exceptions=True)
  slow = asyncio.create_task(asyncio.sleep(10), name="slow")
  d, p = await asyncio.wait([slow], timeout=0.005)
  print(names(d), names(p), slow.cancelled())
  slow.cancel()
  d, p = await asyncio.wait({slow})
  print(names(d), slow.cancelled())
asyncio.run(main())
