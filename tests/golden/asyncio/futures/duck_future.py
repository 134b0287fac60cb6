# Objects with _asyncio_future_blocking are awaited like futures.
import asyncio
class Duck:
  _asyncio_future_blocking = False
  def __init__(self, loop): self.loop, self.callbacks, self.value, self.state = loop, [], None, "pending"
  def get_loop(self): return self.loop
  def add_done_callback(self, fn, *, context=None):
    print("callback added, context", context is not None)
    self.callbacks.append((fn, context))
  def done(self): return self.state != "pending"
  def finish(self, value):
    self.value, self.state = value, "done"
    for fn, context in self.callbacks: self.loop.call_soon(fn, self, context=context)
  def cancel(self, msg=None):
    print("duck cancelled", msg)
    self.state = "cancelled"
    self.finish(None)
    return True
  def result(self):
    if isinstance(self.value, Exception): raise self.value
    return self.value
  def __await__(self):
    if not self.done():
      self._asyncio_future_blocking = True
      yield self
    return self.result()
async def wait(duck): return await duck
async def main():
  loop = asyncio.get_running_loop()
  print(asyncio.isfuture(Duck(loop)), asyncio.isfuture(Duck))
  d = Duck(loop)
  loop.call_soon(d.finish, "quack")
  print(await d, d._asyncio_future_blocking)
  e = Duck(loop)
  loop.call_soon(e.finish, ValueError("bad quack"))
  try: await e
  except ValueError as error: print(error)
  c = Duck(loop)
  t = asyncio.create_task(wait(c))
  await asyncio.sleep(0)
  t.cancel("enough")
  print(await t)
asyncio.run(main())
