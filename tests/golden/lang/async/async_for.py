# async for over classes, its else, and protocol errors.
import asyncio
class A:
  def __init__(self, n): self.n = n
  def __aiter__(self): return self
  async def __anext__(self):
    if not self.n: raise StopAsyncIteration
    self.n -= 1
    await asyncio.sleep(0)
    return self.n
class NoAnext:
  def __aiter__(self): return self
class BadAnext:
  def __aiter__(self): return self
  def __anext__(self): return 5
class AsyncAiter:
  async def __aiter__(self): pass
async def main():
  async for x in A(3): print(x)
  else: print("else")
  async for x in A(3):
    if x == 1: break
  else: print("never")
  for bad in ([1], NoAnext(), BadAnext(), 5):
    try:
      async for x in bad: pass
    except TypeError as e: print(e)
  try:
    for x in A(1): pass
  except TypeError as e: print(e)
  print(await anext(A(2)), await anext(A(0), "default"), aiter(a := A(1)) is a)
asyncio.run(main())
