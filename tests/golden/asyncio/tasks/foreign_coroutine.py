# A task drives any object with send, throw and close that is a collections.abc.Coroutine.
import asyncio, collections.abc
class Manual(collections.abc.Coroutine):
  def __init__(self): self.step = 0
  def send(self, value):
    self.step += 1
    print("send", value, self.step)
    if self.step < 3: return None
    raise StopIteration("result")
  def throw(self, typ, val=None, tb=None):
    print("throw", repr(typ if isinstance(typ, BaseException) else val))
    raise typ
  def close(self): print("close")
  def __await__(self): return self
async def main():
  t = asyncio.create_task(Manual())
  print(repr(t.get_coro()).startswith("<__main__.Manual"), asyncio.iscoroutine(t.get_coro()))
  print(await t)
  c = asyncio.create_task(Manual(), name="c")
  print(repr(c))
  await asyncio.sleep(0)
  c.cancel("bye")
  try: await c
  except asyncio.CancelledError as e: print("cancelled", e.args)
asyncio.run(main())
