# Turn by turn: locks, events, conditions, semaphores and queues.
import asyncio
log = []
async def ticker():
  while True:
    log.append("|")
    await asyncio.sleep(0)
async def main():
  t = asyncio.create_task(ticker())
  await asyncio.sleep(0)
  lock, event, cond, sem, q = asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(1), asyncio.Queue(1)
  async def locker(n):
    async with lock: log.append(f"lock{n}"); await asyncio.sleep(0)
  await asyncio.gather(*(locker(i) for i in range(3))); log.append("#")
  async def waiter(n): await event.wait(); log.append(f"event{n}")
  ws = [asyncio.create_task(waiter(i)) for i in range(2)]
  await asyncio.sleep(0); event.set(); await asyncio.gather(*ws); log.append("#")
  async def cwait(n):
    async with cond: await cond.wait(); log.append(f"cond{n}")
  ws = [asyncio.create_task(cwait(i)) for i in range(2)]
  await asyncio.sleep(0)
  async with cond: cond.notify_all()
  await asyncio.gather(*ws); log.append("#")
  async def user(n):
    async with sem: log.append(f"sem{n}"); await asyncio.sleep(0)
  await asyncio.gather(*(user(i) for i in range(3))); log.append("#")
  async def producer():
    for i in range(3): await q.put(i); log.append(f"put{i}")
  async def consumer():
    for i in range(3): log.append(f"got{await q.get()}"); q.task_done()
  await asyncio.gather(producer(), consumer(), q.join()); log.append("#")
  t.cancel()
  print(" ".join(log))
asyncio.run(main())
