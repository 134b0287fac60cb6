# Turn by turn: wait_for, shield and timeout around work of known length.
import asyncio
log = []
async def ticker():
  while True:
    log.append("|")
    await asyncio.sleep(0)
async def work(n):
  for _ in range(n): await asyncio.sleep(0)
  log.append("work")
async def main():
  t = asyncio.create_task(ticker())
  for n in (0, 1, 3):
    await asyncio.wait_for(work(n), 5); log.append("wait_for")
    await asyncio.shield(work(n)); log.append("shield")
    async with asyncio.timeout(5): await work(n)
    log.append("timeout")
    await asyncio.wait([asyncio.create_task(work(n))]); log.append("wait")
    async with asyncio.TaskGroup() as tg: tg.create_task(work(n))
    log.append("group")
    for c in asyncio.as_completed([work(n), work(n)]): await c
    log.append("as_completed")
  t.cancel()
  print(" ".join(log))
asyncio.run(main())
