# gather of nothing, of duplicates, of done futures; repr of the outer future.
import asyncio
async def one():
  print("one runs")
  return 1
async def main():
  g = asyncio.gather()
  print(type(g).__name__, await g)
  c = one()
  print(await asyncio.gather(c, c, c))
  f = asyncio.get_running_loop().create_future()
  f.set_result("done")
  g = asyncio.gather(f, f)
  print(repr(g))
  print(await g)
  print(repr(g))
  t = asyncio.create_task(one())
  g = asyncio.gather(t, asyncio.gather(one(), one()))
  print(await g)
  try: asyncio.gather(1)
  except TypeError as e: print(e)
asyncio.run(main())
try: asyncio.gather(5)
except (TypeError, RuntimeError) as e: print(type(e).__name__, e)
