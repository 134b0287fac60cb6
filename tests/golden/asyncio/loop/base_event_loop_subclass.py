# A loop derived from BaseEventLoop with a clock of its own: time jumps to the next timer.
import asyncio

class JumpSelector:
  def __init__(self, loop): self.loop = loop
  def select(self, timeout):
    if timeout:
      self.loop.offset += timeout
    return []

class JumpLoop(asyncio.BaseEventLoop):
  def __init__(self):
    super().__init__()
    self.offset = 0.0
    self._selector = JumpSelector(self)
  def time(self): return self.offset
  def _process_events(self, event_list): print("events", event_list) if event_list else None
  def _write_to_self(self): pass

async def ticker(name, period):
  for i in range(3):
    await asyncio.sleep(period)
    print(f"{asyncio.get_running_loop().time():7.1f} {name} {i}")

async def main():
  loop = asyncio.get_running_loop()
  loop.call_later(100, print, "a timer at 100")
  handle = loop.call_at(150, print, "never")
  await asyncio.gather(ticker("hour", 3600), ticker("day", 86400 / 4))
  handle.cancel()
  print(len(loop._ready), len(loop._scheduled))
  with_timeout = asyncio.wait_for(asyncio.sleep(10**6), 10)
  try:
    await with_timeout
  except asyncio.TimeoutError as e:
    print("timeout", loop.time())
  return "end"

loop = JumpLoop()
print(loop)
print(loop.run_until_complete(main()))
loop.close()
print(loop, loop.is_closed())
try:
  loop.call_soon(print)
except RuntimeError as e:
  print(e)
