# An error in the body and errors of tasks meet in one group.
import asyncio
async def late():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError: raise OSError("while closing")
async def main():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(late())
      await asyncio.sleep(0)
      raise ValueError("body")
  except BaseExceptionGroup as g: print(repr(g))
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(asyncio.sleep(10))
      raise SystemExit(3)
  except SystemExit as e: print("exit", e.code)
  tg = asyncio.TaskGroup()
  c = asyncio.sleep(0)
  try: tg.create_task(c)
  except RuntimeError as e: print(str(e).split(">")[-1].strip())
  c.close()
asyncio.run(main())
