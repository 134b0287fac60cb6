# Condition: notify, notify_all, wait_for, and use without the lock.
import asyncio
async def consumer(n, c, items):
  async with c:
    await c.wait_for(lambda: items)
    print(n, "got", items.pop(0))
async def main():
  c, items = asyncio.Condition(), []
  ts = [asyncio.create_task(consumer(n, c, items)) for n in range(3)]
  await asyncio.sleep(0)
  async with c:
    items.append("a")
    c.notify()
  await asyncio.sleep(0.001)
  async with c:
    items += ["b", "c"]
    c.notify_all()
  await asyncio.gather(*ts)
  for f in (c.notify, c.notify_all):
    try: f()
    except RuntimeError as e: print(e)
  try: await c.wait()
  except RuntimeError as e: print(e)
  print(c.locked())
asyncio.run(main())
