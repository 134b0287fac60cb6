# Cancelling the task that is inside a TaskGroup cancels the children and remains a cancellation.
import asyncio
async def child(name):
  try: await asyncio.sleep(10)
  except asyncio.CancelledError as e:
    print(name, "cancelled", e.args)
    raise
async def parent():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(child("a"))
  except asyncio.CancelledError as e:
    print("parent", e.args, asyncio.current_task().cancelling())
    raise
async def failing_child():
  try: await asyncio.sleep(10)
  finally: raise ValueError("in finally")
async def mixed():
  try:
    async with asyncio.TaskGroup() as tg: tg.create_task(failing_child())
  except BaseException as e:
    print(repr(e), asyncio.current_task().cancelling())
    raise
async def main():
  for f in (parent, mixed):
    t = asyncio.create_task(f())
    await asyncio.sleep(0); await asyncio.sleep(0)
    t.cancel("outside")
    await asyncio.wait([t])
    print(t.cancelled())
    if not t.cancelled(): t.exception()
asyncio.run(main())
