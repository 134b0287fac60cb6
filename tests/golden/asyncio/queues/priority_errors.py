# Items that cannot be compared, and ties.
import asyncio
async def main():
  q = asyncio.PriorityQueue()
  await q.put((1, "b")); await q.put((1, "a")); await q.put((0, "z"))
  print([q.get_nowait() for _ in range(3)])
  q.put_nowait((1, {}))
  try: q.put_nowait((1, {}))
  except TypeError as e: print(e)
  print(q.qsize())
asyncio.run(main())
