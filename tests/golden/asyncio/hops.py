# How many turns of the loop the common operations take.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  turns = 0
  def tick():
    nonlocal turns
    turns += 1
    loop.call_soon(tick)
  tick()
  async def measure(name, aw):
    before = turns
    await aw
    print(name, turns - before)
  async def nothing(): pass
  f = loop.create_future(); f.set_result(1)
  await measure("coroutine", nothing())
  await measure("done future", f)
  await measure("sleep(0)", asyncio.sleep(0))
  await measure("task", asyncio.create_task(nothing()))
  await measure("gather", asyncio.gather(nothing(), nothing()))
  await measure("wait", asyncio.wait([asyncio.create_task(nothing())]))
  await measure("wait_for", asyncio.wait_for(nothing(), 10))
  await measure("wait_for none", asyncio.wait_for(nothing(), None))
  await measure("shield", asyncio.shield(nothing()))
  await measure("lock", asyncio.Lock().acquire())
  await measure("semaphore", asyncio.Semaphore().acquire())
  await measure("put", asyncio.Queue().put(1))
  async def group(n):
    async with asyncio.TaskGroup() as tg:
      for _ in range(n): tg.create_task(nothing())
  await measure("group of none", group(0))
  await measure("group of two", group(2))
  async def tmo():
    async with asyncio.timeout(10): pass
  await measure("timeout", tmo())
asyncio.run(main())
