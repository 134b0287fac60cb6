# Waiting with timeouts for locks and semaphores loses nothing.
import asyncio
async def main():
  lock, sem, cond = asyncio.Lock(), asyncio.Semaphore(0), asyncio.Condition()
  await lock.acquire()
  for what in (lock.acquire, sem.acquire):
    try: await asyncio.wait_for(what(), 0.001)
    except TimeoutError: print("timeout")
  async with cond:
    try: await asyncio.wait_for(cond.wait(), 0.001)
    except TimeoutError: print("timeout", cond.locked())
  lock.release(); sem.release()
  print(await asyncio.wait_for(lock.acquire(), 1), await asyncio.wait_for(sem.acquire(), 1), lock.locked(), sem.locked())
  try:
    async with asyncio.timeout(0.001):
      async with lock: print("never")
  except TimeoutError: print("timeout", lock.locked())
  lock.release(); print(lock.locked())
asyncio.run(main())
