# A class with __await__ built on a future, as libraries do.
import asyncio
class Box:
  def __init__(self): self.f = asyncio.get_running_loop().create_future()
  def put(self, v): self.f.set_result(v)
  def __await__(self): return self.f.__await__()
class Twice:
  def __init__(self, aw): self.aw = aw
  def __await__(self):
    v = yield from self.aw.__await__()
    return v * 2
async def main():
  b = Box()
  asyncio.get_running_loop().call_soon(b.put, 21)
  print(await Twice(b), await b)
  try:
    it = asyncio.get_running_loop().create_future().__await__()
    next(it)
    next(it)
  except RuntimeError as e: print(e)
asyncio.run(main())
