# ensure_future makes tasks of coroutines, leaves futures alone, wraps awaitables.
import asyncio
class Aw:
  def __await__(self):
    yield from asyncio.sleep(0).__await__()
    return "awaitable"
async def c(): return "coroutine"
async def main():
  t = asyncio.ensure_future(c())
  f = asyncio.get_running_loop().create_future()
  print(isinstance(t, asyncio.Task), asyncio.ensure_future(f) is f, asyncio.ensure_future(t) is t)
  print(await t, await asyncio.ensure_future(Aw()), await asyncio.gather(Aw(), c()))
  try: asyncio.ensure_future(5)
  except TypeError as e: print(e)
  print(asyncio.iscoroutine(5), asyncio.iscoroutinefunction(c), asyncio.isfuture(t))
asyncio.run(main())
