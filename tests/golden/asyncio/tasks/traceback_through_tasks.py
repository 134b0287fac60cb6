# Tracebacks show the frames of the task that failed and of who awaited it.
import asyncio, traceback
async def deep(n):
  if n == 0: raise ValueError("deep down")
  await deep(n - 1)
async def middle(): await asyncio.create_task(deep(2))
async def main():
  try: await middle()
  except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])
  try: await asyncio.gather(deep(0))
  except ValueError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])
  t = asyncio.create_task(deep(1)); await asyncio.wait([t])
  print([f.name for f in traceback.extract_tb(t.exception().__traceback__)])
asyncio.run(main())
