# cancelling() counts requests, uncancel() takes one back.
import asyncio
async def job():
  t = asyncio.current_task()
  try:
    await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("cancelling", t.cancelling())
    print("uncancel", t.uncancel(), t.uncancel(), t.uncancel())
  await asyncio.sleep(0)
  return "survived"
async def main():
  t = asyncio.create_task(job())
  await asyncio.sleep(0)
  t.cancel()
  t.cancel()
  print(t.cancelling())
  print(await t, t.cancelled())
asyncio.run(main())
