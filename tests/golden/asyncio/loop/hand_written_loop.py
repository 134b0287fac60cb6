# A small event loop written by hand on AbstractEventLoop runs tasks, futures, sleep, gather and locks.
import asyncio, heapq
from collections import deque

class MiniLoop(asyncio.AbstractEventLoop):
  def __init__(self):
    self.now = 0.0
    self.ready = deque()
    self.timers = []
    self.stopping = False
    self.count = 0
  def get_debug(self): return False
  def time(self): return self.now
  def is_running(self): return asyncio._get_running_loop() is self
  def is_closed(self): return False
  def call_soon(self, callback, *args, context=None):
    handle = asyncio.Handle(callback, args, self, context)
    self.ready.append(handle)
    return handle
  def call_later(self, delay, callback, *args, context=None):
    return self.call_at(self.now + delay, callback, *args, context=context)
  def call_at(self, when, callback, *args, context=None):
    handle = asyncio.TimerHandle(when, callback, args, self, context)
    heapq.heappush(self.timers, handle)
    return handle
  def _timer_handle_cancelled(self, handle):
    print("cancelled timer", handle.when())
  def create_future(self): return asyncio.Future(loop=self)
  def create_task(self, coro, *, name=None, context=None):
    return asyncio.Task(coro, loop=self, name=name, context=context)
  def call_exception_handler(self, context): print("handler", context["message"].partition(" at ")[0], repr(context.get("exception")))
  def stop(self): self.stopping = True
  def run_until_complete(self, future):
    future = asyncio.ensure_future(future, loop=self)
    future.add_done_callback(lambda f: self.stop())
    asyncio._set_running_loop(self)
    try:
      while not self.stopping:
        if not self.ready:
          handle = heapq.heappop(self.timers)
          self.now = max(self.now, handle.when())
          self.ready.append(handle)
        for _ in range(len(self.ready)):
          handle = self.ready.popleft()
          self.count += 1
          if not handle.cancelled():
            handle._run()
    finally:
      asyncio._set_running_loop(None)
    return future.result()

async def worker(name, delay):
  loop = asyncio.get_running_loop()
  print(f"{loop.time():5.1f} {name} begins")
  await asyncio.sleep(delay)
  print(f"{loop.time():5.1f} {name} ends")
  return name

async def main():
  lock = asyncio.Lock()
  async def locked(name):
    async with lock:
      await asyncio.sleep(1)
      print("locked", name, asyncio.get_running_loop().time())
  print(await asyncio.gather(worker("a", 30), worker("b", 10), worker("c", 20)))
  await asyncio.gather(locked("x"), locked("y"))
  try:
    await asyncio.wait_for(worker("slow", 1000), 5)
  except asyncio.TimeoutError:
    print("timeout at", asyncio.get_running_loop().time())
  print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
  async with asyncio.timeout(3):
    await asyncio.sleep(1)
  asyncio.get_running_loop().call_soon(lambda: 1 / 0)
  await asyncio.sleep(0)
  return "done"

loop = MiniLoop()
print(loop.run_until_complete(main()), loop.now)
print(loop.count > 20)
