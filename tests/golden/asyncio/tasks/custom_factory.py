# set_task_factory: custom classes, names, contexts, errors.
import asyncio, contextvars
class Counted(asyncio.Task):
  made = 0
  def __init__(self, *args, **kwargs):
    Counted.made += 1
    super().__init__(*args, **kwargs)
async def work(x):
  await asyncio.sleep(0)
  return x
async def main():
  loop = asyncio.get_running_loop()
  print(loop.get_task_factory())
  def factory(loop, coro, **kwargs):
    print("factory", sorted(kwargs))
    return Counted(coro, loop=loop, **kwargs)
  loop.set_task_factory(factory)
  print(loop.get_task_factory() is factory)
  t = asyncio.create_task(work(1), name="named")
  print(type(t).__name__, t.get_name(), await t)
  print(await asyncio.create_task(work(2), context=contextvars.copy_context()))
  print(await asyncio.gather(work(3), work(4)), Counted.made)
  try: loop.set_task_factory(5)
  except TypeError as e: print(e)
  loop.set_task_factory(None)
  print(type(asyncio.create_task(work(5))).__name__)
asyncio.run(main())
