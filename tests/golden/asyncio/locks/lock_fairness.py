# Lock: first come, first served; a cancelled waiter passes its turn on; repr.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def shown(o): return no_address(repr(o))
async def main():
  lock = asyncio.Lock()
  print(shown(lock), lock.locked())
  order = []
  async def worker(name):
    async with lock:
      order.append(name)
      await asyncio.sleep(0)
  await lock.acquire()
  tasks = [asyncio.create_task(worker(n), name=n) for n in "abcd"]
  await asyncio.sleep(0)
  print(shown(lock))
  tasks[0].cancel()
  tasks[2].cancel()
  await asyncio.sleep(0)
  print(shown(lock))
  lock.release()
  await asyncio.gather(*tasks, return_exceptions=True)
  print(order, lock.locked(), shown(lock))
  try: lock.release()
  except RuntimeError as e: print(e)
  # The lock is given to a waiter that is cancelled in the same turn.
  await lock.acquire()
  first = asyncio.create_task(worker("first"))
  second = asyncio.create_task(worker("second"))
  await asyncio.sleep(0)
  lock.release()
  first.cancel()
  await asyncio.gather(first, second, return_exceptions=True)
  print(order[-1], lock.locked())
  try:
    with lock: pass
  except TypeError as e: print(e)
asyncio.run(main())
