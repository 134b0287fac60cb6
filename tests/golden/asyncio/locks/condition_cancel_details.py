# A waiter of a Condition that is cancelled takes the lock again before the error goes on.
import asyncio
async def main():
  c, log = asyncio.Condition(), []
  async def waiter(n):
    async with c:
      try: await c.wait()
      except asyncio.CancelledError: log.append((n, "cancelled with the lock", c.locked())); raise
      log.append((n, "notified"))
  ts = [asyncio.create_task(waiter(n)) for n in range(3)]
  await asyncio.sleep(0); await asyncio.sleep(0)
  await c.acquire()
  c.notify(1)
  ts[0].cancel()
  await asyncio.sleep(0)
  log.append("main releases"); c.release()
  await asyncio.sleep(0.001)
  print(log)
  async with c: c.notify_all()
  print(await asyncio.gather(*ts, return_exceptions=True)); print(log)
asyncio.run(main())
