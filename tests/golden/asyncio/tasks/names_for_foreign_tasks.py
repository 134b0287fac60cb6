# A task of a factory need not have set_name(): a warning tells that its name is lost.
import asyncio, warnings

class Minimal:
  def __init__(self, coroutine): self.coroutine = coroutine
  def __await__(self): return self.coroutine.__await__()

async def work():
  return "done"

async def main():
  loop = asyncio.get_running_loop()
  loop.set_task_factory(lambda loop, coroutine: Minimal(coroutine))
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(await asyncio.create_task(work()), len(caught))
    print(await asyncio.create_task(work(), name="name"), len(caught))
    print(await loop.create_task(work(), name="name"), len(caught))
  print(caught[0].category.__name__, caught[0].message)
  loop.set_task_factory(None)

asyncio.run(main())
