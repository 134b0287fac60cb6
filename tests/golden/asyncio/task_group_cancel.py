# Cancelling the task that holds the group cancels the child, then raises CancelledError.
import asyncio
async def child(n):
  try:
    await asyncio.sleep(10)
  finally:
    print("child", n, "ends")
async def holder():
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(child(1))
  except BaseException as e:
    print("holder", repr(e))
    raise
async def main():
  t = asyncio.create_task(holder())
  await asyncio.sleep(0.001)
  t.cancel("stop")
  try:
    await t
  except asyncio.CancelledError as e:
    print("main", repr(e), t.cancelled())
  async with asyncio.TaskGroup() as tg:
    c = tg.create_task(child(3))
    await asyncio.sleep(0)
    c.cancel()
  print("a cancelled child is no error")
asyncio.run(main())
