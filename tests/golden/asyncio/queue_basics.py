# Queue: order, size, nowait errors.
import asyncio
async def main():
  q = asyncio.Queue(2)
  await q.put(1)
  q.put_nowait(2)
  print(q.qsize(), q.full(), q.empty(), q.maxsize)
  try: q.put_nowait(3)
  except asyncio.QueueFull as e: print("full", repr(e))
  print(await q.get(), q.get_nowait())
  try: q.get_nowait()
  except asyncio.QueueEmpty as e: print("empty", repr(e))
  l, p = asyncio.LifoQueue(), asyncio.PriorityQueue()
  for n in (3, 1, 2):
    l.put_nowait(n)
    p.put_nowait((n, "x"))
  print([l.get_nowait() for _ in range(3)], [p.get_nowait() for _ in range(3)])
asyncio.run(main())
