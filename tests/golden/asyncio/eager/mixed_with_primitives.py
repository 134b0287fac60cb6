# Eager tasks with locks, queues and timeouts: output of Python 3.12.
import asyncio
log = []
async def user(lock, n):
  async with lock:
    log.append(f"in{n}")
    await asyncio.sleep(0)
  log.append(f"out{n}")
async def main():
  asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
  lock, q = asyncio.Lock(), asyncio.Queue()
  ts = [asyncio.create_task(user(lock, i)) for i in range(3)]
  log.append("created")
  await asyncio.gather(*ts)
  getter = asyncio.create_task(q.get())
  putter = asyncio.create_task(q.put("x"))
  log.append((getter.done(), putter.done()))
  log.append(await getter)
  try: await asyncio.wait_for(asyncio.create_task(asyncio.sleep(10)), 0.001)
  except TimeoutError: log.append("timeout")
  async def child():
    log.append(asyncio.current_task().get_name())
    t = asyncio.create_task(grandchild(), name="grandchild")
    log.append(asyncio.current_task().get_name())
    await t
  async def grandchild():
    log.append(asyncio.current_task().get_name())
    await asyncio.sleep(0)
    log.append(asyncio.current_task().get_name())
  await asyncio.create_task(child(), name="child")
  print(*log)
asyncio.run(main())
