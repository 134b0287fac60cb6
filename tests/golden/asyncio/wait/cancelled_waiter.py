# A cancelled wait() leaves its tasks alone and removes its callbacks.
import asyncio
async def main():
  tasks = [asyncio.create_task(asyncio.sleep(0.002, i)) for i in range(3)]
  w = asyncio.create_task(asyncio.wait(tasks))
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  print([bool(t._callbacks) for t in tasks])
  w.cancel()
  try: await w
  except asyncio.CancelledError: print("wait cancelled")
  print([t.done() for t in tasks], [bool(t._callbacks) for t in tasks])
  print(await asyncio.gather(*tasks))
asyncio.run(main())
