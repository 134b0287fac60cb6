# A task's exception can be read any time later; a result is kept.
import asyncio
async def bad(): raise ValueError("kept")
async def main():
  t = asyncio.create_task(bad())
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  print(t.done(), repr(t.exception()))
  for _ in range(2):
    try: await t
    except ValueError as e: print("again", e)
asyncio.run(main())
