# Generators under types.coroutine run as tasks, and await with yield from.
import asyncio, types
@types.coroutine
def old(name, n):
  for i in range(n):
    print(name, i)
    yield from asyncio.sleep(0)
  yield
  return name
@types.coroutine
def nested():
  a = yield from old("a", 1)
  b = yield from new()
  return a, b
async def new():
  return await old("b", 2)
async def main():
  print(await asyncio.gather(asyncio.create_task(old("x", 2)), asyncio.create_task(old("y", 2))))
  print(await nested())
  print(asyncio.iscoroutine(old("z", 1)), asyncio.iscoroutinefunction(old))
  t = asyncio.ensure_future(old("t", 1))
  print(type(t).__name__, await t)
asyncio.run(main())
