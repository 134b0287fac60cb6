# Subclasses of Future: overridden methods are used by awaiting tasks.
import asyncio
class Loud(asyncio.Future):
  def add_done_callback(self, fn, *, context=None):
    print("add", type(fn).__name__)
    super().add_done_callback(fn, context=context)
  def cancel(self, msg=None):
    print("cancel", msg)
    return super().cancel(msg=msg)
  def result(self):
    print("result asked")
    return super().result()
async def wait(f): return await f
async def main():
  f = Loud()
  t = asyncio.create_task(wait(f))
  await asyncio.sleep(0)
  f.set_result("value")
  print(await t)
  g = Loud()
  t = asyncio.create_task(wait(g))
  await asyncio.sleep(0)
  t.cancel("stop it")
  try: await t
  except asyncio.CancelledError as e: print("cancelled", e.args)
  print(g.cancelled(), asyncio.isfuture(f), f.get_loop() is asyncio.get_running_loop())
asyncio.run(main())
