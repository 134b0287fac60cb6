# remove_done_callback counts, and compares with ==.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  class Eq:
    def __init__(self, n): self.n = n
    def __call__(self, fut): print("called", self.n)
    def __eq__(self, other): return isinstance(other, Eq) and self.n == other.n
    __hash__ = None
  for n in (1, 2, 1, 3, 1): f.add_done_callback(Eq(n))
  print(f.remove_done_callback(Eq(1)), f.remove_done_callback(Eq(9)), f.remove_done_callback(Eq(1)))
  f.set_result(None)
  print(f.remove_done_callback(Eq(2)))
  await asyncio.sleep(0)
  class Bad:
    def __call__(self, fut): pass
    def __eq__(self, other): raise RuntimeError("no comparison")
  g = loop.create_future()
  g.add_done_callback(Bad())
  try: g.remove_done_callback(print)
  except RuntimeError as e: print(e)
asyncio.run(main())
