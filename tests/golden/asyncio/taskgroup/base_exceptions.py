# KeyboardInterrupt and SystemExit of a child or of the body leave the group as they are.
import asyncio
async def long():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("sibling cancelled")
    raise
async def body():
  async with asyncio.TaskGroup() as tg:
    tg.create_task(long())
    await asyncio.sleep(0)
    raise SystemExit(7)
try: asyncio.run(body())
except SystemExit as e: print("SystemExit", e.code)
async def child(): raise KeyboardInterrupt("child")
async def body2():
  async with asyncio.TaskGroup() as tg:
    tg.create_task(child())
    tg.create_task(long())
async def outer():
  try: await body2()
  except BaseException as e: print("in the parent", repr(e))
try: asyncio.run(outer())
except BaseException as e: print(repr(e))
