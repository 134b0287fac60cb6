# repr() of tasks: pending, waiting, cancelling, with callbacks, done.
import asyncio
def clean(o): return repr(o).replace(__file__, "FILE")
def show(t): print(clean(t))
async def sleeper(f): await f
async def swallow(f):
  try: await f
  except asyncio.CancelledError: await asyncio.sleep(0)
async def fail(): raise ValueError("no")
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  t = asyncio.create_task(sleeper(f), name="sleeper")
  print(clean(t))
  await asyncio.sleep(0)
  print(clean(t))
  t.add_done_callback(show)
  print(clean(t))
  t.cancel()
  print(clean(t))
  try: await t
  except asyncio.CancelledError: pass
  print(clean(t))
  t = asyncio.create_task(fail(), name="fail")
  await asyncio.wait([t])
  print(clean(t), repr(t.exception()))
  g = loop.create_future()
  t = asyncio.create_task(swallow(g), name="swallow")
  await asyncio.sleep(0)
  t.cancel()
  await asyncio.sleep(0)
  print(clean(t), t.cancelling())
  print(t.uncancel(), clean(t))
  await t
  print(clean(t))
asyncio.run(main())
