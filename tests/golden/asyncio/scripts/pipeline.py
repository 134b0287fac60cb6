# A pipeline of asynchronous generators, with batching and merging.
import asyncio
async def source(n):
  for i in range(n): await asyncio.sleep(0); yield i
async def mapped(it, f):
  async for x in it: yield f(x)
async def batched(it, n):
  batch = []
  async for x in it:
    batch.append(x)
    if len(batch) == n: yield batch; batch = []
  if batch: yield batch
async def merge(*its):
  q, done = asyncio.Queue(), object()
  async def pump(it):
    async for x in it: await q.put(x)
    await q.put(done)
  ts = [asyncio.create_task(pump(it)) for it in its]
  left = len(ts)
  while left:
    x = await q.get()
    if x is done: left -= 1
    else: yield x
async def main():
  print([b async for b in batched(mapped(source(7), lambda x: x * x), 3)])
  print([x async for x in merge(source(3), mapped(source(2), str))])
  async for b in batched(source(10), 4):
    if 5 in b: print("found", b); break
asyncio.run(main())
