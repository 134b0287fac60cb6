# Whatever waits asks a loop with a create_future() of its own for its future.
import asyncio

class Loop(asyncio.SelectorEventLoop):
  made = 0
  def create_future(self):
    Loop.made += 1
    return super().create_future()

async def waits(what, coroutine):
  before = Loop.made
  result = await coroutine
  print(what, result, Loop.made - before)

async def main():
  loop = asyncio.get_running_loop()
  await waits("sleep", asyncio.sleep(0.001, "slept"))
  event = asyncio.Event()
  loop.call_soon(event.set)
  await waits("event", event.wait())
  queue = asyncio.Queue()
  loop.call_soon(queue.put_nowait, 5)
  await waits("queue", queue.get())
  await waits("wait_for", asyncio.wait_for(asyncio.sleep(0, "in time"), 1))
  lock = asyncio.Lock()
  await lock.acquire()
  loop.call_soon(lock.release)
  await waits("lock", lock.acquire())

loop = Loop()
loop.run_until_complete(main())
loop.close()
