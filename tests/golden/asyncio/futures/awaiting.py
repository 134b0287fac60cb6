# Ways to wait for a future: await, yield from in a types.coroutine, iteration, __await__.
import asyncio, types
@types.coroutine
def old_style(f):
  value = yield from f
  return ("yield from", value)
class Wrapper:
  def __init__(self, f): self.f = f
  def __await__(self):
    value = yield from self.f.__await__()
    return ("__await__", value)
async def main():
  loop = asyncio.get_running_loop()
  for way in (lambda f: old_style(f), lambda f: Wrapper(f), lambda f: f):
    f = loop.create_future()
    loop.call_soon(f.set_result, "v")
    print(await way(f))
  f = loop.create_future()
  it = iter(f)
  print(next(it) is f, f._asyncio_future_blocking)
  try: next(it)
  except RuntimeError as e: print(e)
  f._asyncio_future_blocking = False
  f.set_result(3)
  it = f.__await__()
  try: it.send(None)
  except StopIteration as e: print("stop", e.value)
  g = loop.create_future()
  it = g.__await__()
  it.send(None)
  try: it.throw(ValueError("thrown"))
  except ValueError as e: print(e)
  it.close()
asyncio.run(main())
