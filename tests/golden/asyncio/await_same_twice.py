# A coroutine can be awaited once, a task as often as one likes.
import asyncio
async def job(): return 1
async def main():
  c = job()
  print(await c)
  try: await c
  except RuntimeError as e: print(e)
  t = asyncio.create_task(job())
  print(await t, await t)
  c = job()
  t = asyncio.create_task(c)
  try: await c
  except RuntimeError as e: print(e)
  try: print(await t)
  except RuntimeError as e: print("task:", e)
  for x in (5, None, [1], job):
    try: await x
    except TypeError as e: print(e)
asyncio.run(main())
