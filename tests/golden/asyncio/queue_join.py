# join waits for one task_done per item; too many are an error.
import asyncio
async def worker(q):
  while True:
    item = await q.get()
    print("work", item)
    await asyncio.sleep(0)
    q.task_done()
async def main():
  q = asyncio.Queue()
  await q.join()
  print("empty join returns")
  for i in range(4): q.put_nowait(i)
  ws = [asyncio.create_task(worker(q)) for _ in range(2)]
  await q.join()
  print("joined")
  for w in ws: w.cancel()
  await asyncio.gather(*ws, return_exceptions=True)
  try: q.task_done()
  except ValueError as e: print(e)
asyncio.run(main())
