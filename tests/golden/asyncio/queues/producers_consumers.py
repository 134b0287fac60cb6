# Several producers and consumers over a bounded queue, step by step.
import asyncio
async def main():
  q, log = asyncio.Queue(2), []
  async def producer(name, n):
    for i in range(n):
      await q.put((name, i)); log.append(f"+{name}{i}")
  async def consumer(name):
    while True:
      item = await q.get(); log.append(f"{name}:{item[0]}{item[1]}")
      await asyncio.sleep(0)
      q.task_done()
  cs = [asyncio.create_task(consumer(n)) for n in "XY"]
  await asyncio.gather(producer("a", 3), producer("b", 3))
  await q.join()
  for c in cs: c.cancel()
  print(*log)
  print(await asyncio.gather(*cs, return_exceptions=True))
asyncio.run(main())
