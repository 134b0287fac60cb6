# Lock is fair: first come, first served; release of a free lock is an error.
import asyncio
async def use(n, lock):
  async with lock:
    print("in", n)
    await asyncio.sleep(0)
    print("out", n)
async def main():
  lock = asyncio.Lock()
  await asyncio.gather(*(use(n, lock) for n in range(3)))
  print(lock.locked(), await lock.acquire(), lock.locked())
  t = asyncio.create_task(use("late", lock))
  await asyncio.sleep(0)
  c = asyncio.create_task(use("cancelled", lock))
  await asyncio.sleep(0)
  c.cancel()
  lock.release()
  await t
  await asyncio.wait([c])
  print(c.cancelled(), lock.locked())
  try: lock.release()
  except RuntimeError as e: print(e)
asyncio.run(main())
