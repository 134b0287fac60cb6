# A handle that is cancelled by an earlier callback of the same turn does not run.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  handles = []
  def first():
    print("first")
    handles[1].cancel()
  for cb in (first, lambda: print("never"), lambda: print("third")):
    handles.append(loop.call_soon(cb))
  await asyncio.sleep(0)
  print([h.cancelled() for h in handles])
  t = loop.call_later(0, print, "timer never")
  t.cancel()
  t.cancel()
  await asyncio.sleep(0.002)
asyncio.run(main())
