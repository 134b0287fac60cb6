# TaskGroup: the first error cancels the others, errors come together in a group.
import asyncio
async def fail(n, error):
  for _ in range(n): await asyncio.sleep(0)
  raise error
async def long(name):
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    print(name, "cancelled")
    raise
async def cleanup_error():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError: raise KeyError("while cleaning up")
async def main():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(fail(1, ValueError("one")))
      tg.create_task(long("a"))
      tg.create_task(cleanup_error())
      print(repr(tg).partition(" ")[0])
      await asyncio.sleep(10)
  except* ValueError as eg: print("ValueError", eg.exceptions)
  except* KeyError as eg: print("KeyError", eg.exceptions)
  print(asyncio.current_task().cancelling())
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(long("b"))
      await asyncio.sleep(0)
      raise TypeError("from the body")
  except ExceptionGroup as eg: print(repr(eg))
  async with asyncio.TaskGroup() as tg:
    t = tg.create_task(long("c"), name="c")
    await asyncio.sleep(0)
    t.cancel()
  print("a cancelled child is no error", t.cancelled())
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(fail(0, asyncio.CancelledError()))
      x = tg.create_task(asyncio.sleep(0, "fine"))
  finally: print(x.result())
asyncio.run(main())
