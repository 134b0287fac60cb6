# Nested groups: the inner group's error travels as a group within a group.
import asyncio
async def bad():
  await asyncio.sleep(0)
  raise ValueError("deep")
async def inner():
  async with asyncio.TaskGroup() as tg:
    tg.create_task(bad())
    tg.create_task(asyncio.sleep(10))
async def main():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(inner())
      s = tg.create_task(asyncio.sleep(10))
  except ExceptionGroup as g:
    print(repr(g))
    print(repr(g.exceptions[0].exceptions[0]), s.cancelled())
    print(g.subgroup(ValueError), g.split(TypeError)[0])
asyncio.run(main())
