# Leaving an async for early, and aclosing.
import asyncio
from contextlib import aclosing
async def g():
  try:
    for i in range(5):
      yield i
      await asyncio.sleep(0)
  finally: print("finally")
async def main():
  async with aclosing(g()) as a:
    async for x in a:
      print(x)
      if x == 1: break
  print("after aclosing")
  async for x in g(): pass
  print(x)
  b = g()
  print(await anext(b))
  await b.aclose()
  print([y async for y in b])
asyncio.run(main())
