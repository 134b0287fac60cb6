# A full queue makes producers wait, an empty one consumers; waiters are served in order.
import asyncio
async def put(q, n):
  await q.put(n)
  print("put", n)
async def get(q, name):
  print(name, "got", await q.get())
async def main():
  q = asyncio.Queue(1)
  gs = [asyncio.create_task(get(q, c)) for c in "abc"]
  await asyncio.sleep(0)
  ps = [asyncio.create_task(put(q, n)) for n in range(3)]
  await asyncio.gather(*gs, *ps)
  g = asyncio.create_task(get(q, "cancelled"))
  h = asyncio.create_task(get(q, "next"))
  await asyncio.sleep(0)
  g.cancel()
  q.put_nowait("item")
  await asyncio.wait([g, h])
  print(g.cancelled(), q.empty())
asyncio.run(main())
