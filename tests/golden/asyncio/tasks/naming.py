# Task names: numbering, set_name, non-strings, current_task.
import asyncio
async def name(): return asyncio.current_task().get_name()
async def main():
  print(asyncio.current_task().get_name())
  print(await asyncio.gather(name(), name()))
  t = asyncio.create_task(name(), name="given")
  t.set_name("changed")
  print(await t)
  class Shown:
    def __str__(self): return "shown"
  for n in (5, Shown(), None, ""):
    t = asyncio.create_task(name(), name=n)
    print(repr(t.get_name()).rstrip("0123456789'"), repr(await t).rstrip("0123456789'"))
  t.set_name(7); print(repr(t.get_name()))
asyncio.run(main())
