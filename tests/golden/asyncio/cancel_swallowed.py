# A task may swallow its cancellation, and be cancelled again.
import asyncio
async def stubborn():
  for i in range(3):
    try:
      await asyncio.sleep(10)
    except asyncio.CancelledError:
      print("no", i)
  return "done"
async def main():
  t = asyncio.create_task(stubborn())
  for _ in range(3):
    await asyncio.sleep(0)
    t.cancel()
  print(await t, t.cancelled(), t.cancelling())
asyncio.run(main())
