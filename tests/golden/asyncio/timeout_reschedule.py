# A timeout can be moved, and given as a point in time.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  async with asyncio.timeout(0.005) as cm:
    cm.reschedule(loop.time() + 10)
    await asyncio.sleep(0.01)
    print("survived")
    cm.reschedule(None)
    print(cm.when())
  try:
    async with asyncio.timeout_at(loop.time() + 0.003) as cm:
      await asyncio.sleep(1)
  except TimeoutError:
    print("at", cm.expired())
  try:
    cm.reschedule(1)
  except RuntimeError as e:
    print(e)
asyncio.run(main())
