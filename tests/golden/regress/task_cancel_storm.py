# Cancel at every await point: nothing hangs, nothing stays locked.
import asyncio
async def worker(sem, q, lock):
  async with sem:
    async with lock: await asyncio.sleep(0)
    await q.put(1)
    await asyncio.sleep(0)
    await q.get()
async def main():
  for turns in range(12):
    sem, q, lock = asyncio.Semaphore(2), asyncio.Queue(3), asyncio.Lock()
    ts = [asyncio.create_task(worker(sem, q, lock)) for _ in range(4)]
    for _ in range(turns): await asyncio.sleep(0)
    ts[turns % 4].cancel()
    await asyncio.wait(ts)
    print(turns, sum(t.cancelled() for t in ts), sem.locked(), lock.locked(), q.qsize())
asyncio.run(main())
