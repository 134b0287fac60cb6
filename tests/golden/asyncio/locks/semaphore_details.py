# Semaphore: permits, order, cancelled waiters lose nothing, bounds, repr.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def shown(o): return no_address(repr(o))
async def main():
  s = asyncio.Semaphore(2)
  print(shown(s), s.locked())
  order = []
  async def worker(n):
    async with s:
      order.append(n)
      await asyncio.sleep(0)
  ts = [asyncio.create_task(worker(n)) for n in range(6)]
  await asyncio.sleep(0)
  print(shown(s), s.locked(), order)
  ts[3].cancel()
  await asyncio.gather(*ts, return_exceptions=True)
  print(order, shown(s))
  # A permit that was given to a task which is cancelled in the same turn goes to the next one.
  one = asyncio.Semaphore(1)
  await one.acquire()
  a = asyncio.create_task(one.acquire()); b = asyncio.create_task(one.acquire())
  await asyncio.sleep(0)
  one.release()
  a.cancel()
  print(await asyncio.gather(a, b, return_exceptions=True), shown(one))
  b = asyncio.BoundedSemaphore(1)
  try: b.release()
  except ValueError as e: print(e)
  try: asyncio.Semaphore(-1)
  except ValueError as e: print(e)
  z = asyncio.Semaphore(0)
  z.release(); z.release()
  print(shown(z), await z.acquire(), z._value)
asyncio.run(main())
