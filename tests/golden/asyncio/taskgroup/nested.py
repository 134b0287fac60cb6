# Groups inside groups: errors are nested, siblings are cancelled.
import asyncio
def tree(e, depth=0):
  print("  " * depth + type(e).__name__, e.args[0] if not isinstance(e, BaseExceptionGroup) else e.message)
  for s in getattr(e, "exceptions", ()): tree(s, depth + 1)
async def fail(error, n=0):
  for _ in range(n): await asyncio.sleep(0)
  raise error
async def inner(name):
  async with asyncio.TaskGroup() as tg:
    tg.create_task(fail(ValueError(name + "1"), 1))
    tg.create_task(fail(KeyError(name + "2"), 1))
async def main():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(inner("x"))
      tg.create_task(inner("y"))
      tg.create_task(asyncio.sleep(5))
  except ExceptionGroup as e: tree(e)
asyncio.run(main())
