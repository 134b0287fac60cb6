# eager_task_factory of Python 3.12: output of 3.12.
import asyncio
async def instant(x):
  print("runs", x, asyncio.current_task().get_name())
  return x
async def suspends(x):
  print("begins", x)
  await asyncio.sleep(0)
  print("ends", x)
  return x
async def fails(): raise ValueError("eager failure")
async def main():
  loop = asyncio.get_running_loop()
  loop.set_task_factory(asyncio.eager_task_factory)
  t = asyncio.create_task(instant(1), name="one")
  print("done at once", t.done(), t.result())
  u = asyncio.create_task(suspends(2))
  print("suspended", u.done(), asyncio.current_task().get_name() != u.get_name())
  print(await u)
  e = asyncio.create_task(fails())
  print(e.done(), repr(e.exception()))
  print(await asyncio.gather(instant(3), suspends(4), instant(5)))
  async with asyncio.TaskGroup() as tg:
    a = tg.create_task(instant(6)); b = tg.create_task(suspends(7))
  print(a.result(), b.result())
  factory = asyncio.create_eager_task_factory(asyncio.Task)
  loop.set_task_factory(factory)
  print(await asyncio.create_task(instant(8)))
  print(len(asyncio.all_tasks()))
asyncio.run(main())
