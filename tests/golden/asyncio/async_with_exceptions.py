# async with: exceptions swallowed or passed, errors in __aenter__ and __aexit__.
import asyncio
class CM:
  def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
  async def __aenter__(self):
    await asyncio.sleep(0)
    print("enter", self.n)
    return self.n
  async def __aexit__(self, t, v, tb):
    await asyncio.sleep(0)
    print("exit", self.n, repr(v), tb is not None)
    return self.swallow
async def main():
  async with CM(1) as a, CM(2) as b: print(a, b)
  async with CM(3, True): raise ValueError("swallowed")
  try:
    async with CM(4), CM(5): raise KeyError("passed")
  except KeyError as e: print("caught", e)
  async def f():
    async with CM(6): return "returned"
  print(await f())
  for i in range(2):
    async with CM(7):
      if i == 0: continue
      break
  try:
    async with 5: pass
  except TypeError as e: print(e)
  try:
    with CM(8): pass
  except TypeError as e: print(e)
asyncio.run(main())
