# One failure cancels the other tasks and the body; all errors come in a group.
import asyncio
async def bad(e, turns):
  for _ in range(turns):
    await asyncio.sleep(0)
  raise e
async def slow(n):
  try:
    await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("cancelled", n)
    if n == 2:
      raise OSError("while cancelled")
    raise
async def main():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(slow(1))
      tg.create_task(slow(2))
      tg.create_task(bad(ValueError("v"), 2))
      try:
        await asyncio.sleep(10)
      except asyncio.CancelledError:
        print("body cancelled")
        raise
  except ExceptionGroup as g:
    print(g, [repr(e) for e in g.exceptions])
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(slow(3))
      await asyncio.sleep(0)
      raise KeyError("body")
  except* KeyError as g:
    print(repr(g))
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(bad(ValueError(1), 0))
      tg.create_task(bad(TypeError(2), 0))
  except* ValueError as g:
    print("values", g.exceptions)
  except* TypeError as g:
    print("types", g.exceptions)
asyncio.run(main())
