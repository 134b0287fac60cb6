# Condition: wait, notify(n), notify_all, wait_for, errors, a lock of one's own.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def shown(o): return no_address(repr(o))
async def main():
  c = asyncio.Condition()
  print(shown(c))
  for call in (lambda: c.notify(), lambda: c.notify_all()):
    try: call()
    except RuntimeError as e: print(e)
  try: await c.wait()
  except RuntimeError as e: print(e)
  log = []
  async def waiter(n):
    async with c:
      log.append(("waits", n))
      print(await c.wait())
      log.append(("woken", n))
  ts = [asyncio.create_task(waiter(n)) for n in range(4)]
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  async with c:
    print(shown(c))
    c.notify()
    c.notify(2)
  await asyncio.sleep(0.001)
  print(log[4:])
  ts[3].cancel()
  try: await ts[3]
  except asyncio.CancelledError: print("cancelled", c.locked())
  value = 0
  async def until():
    async with c: return await c.wait_for(lambda: value >= 2)
  u = asyncio.create_task(until())
  for value in (1, 2):
    await asyncio.sleep(0)
    async with c: c.notify_all()
  print(await u)
  lock = asyncio.Lock()
  c2 = asyncio.Condition(lock)
  async with c2: print(lock.locked(), c2.locked())
  print(await c2.acquire()); c2.release()
asyncio.run(main())
