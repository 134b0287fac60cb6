# The greenlet bridge that lets plain functions await: the greenlet hands its awaitables to the coroutine around it.
import asyncio
from greenlet import greenlet, getcurrent
def await_(awaitable):
  return getcurrent().parent.switch(awaitable)
async def spawn(fn, *args):
  g = greenlet(fn)
  result = g.switch(*args)
  while not g.dead:
    try: value = await result
    except BaseException as e: result = g.throw(e)
    else: result = g.switch(value)
  return result
async def fetch(x):
  await asyncio.sleep(0)
  if x < 0: raise ValueError("negative")
  return x * 10
def plain(name, n):
  total = 0
  for i in range(n):
    total += await_(fetch(i))
    print(name, i, total)
  try: await_(fetch(-1))
  except ValueError as e: print(name, e)
  return total
async def main():
  print(await asyncio.gather(spawn(plain, "a", 2), spawn(plain, "b", 3)))
asyncio.run(main())
