# asynccontextmanager.
import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def cm(name, swallow=False):
  await asyncio.sleep(0)
  print("enter", name)
  try: yield name
  except ValueError:
    if not swallow: raise
    print("swallowed", name)
  finally:
    await asyncio.sleep(0)
    print("exit", name)
async def main():
  async with cm("a") as a, cm("b") as b: print(a, b)
  async with cm("c", True): raise ValueError
  try:
    async with cm("d"): raise KeyError("k")
  except KeyError as e: print(repr(e))
  @asynccontextmanager
  async def never():
    if False: yield
  try:
    async with never(): pass
  except RuntimeError as e: print(e)
asyncio.run(main())
