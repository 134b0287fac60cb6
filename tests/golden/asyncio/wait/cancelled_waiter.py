# A cancelled wait() leaves its tasks alone and removes its callbacks.
import asyncio
async def main():
  gate = asyncio.Event()
  async def work(n):
    await gate.wait()
    return n
  tasks = [asyncio.create_task(work(n)) for n in range(3)]
  w = asyncio.create_task(asyncio.wait(tasks))
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  print([bool(t._callbacks) for t in tasks])
  w.cancel()
  try: await w
  except asyncio.CancelledError: print("wait cancelled")
  print([t.done() for t in tasks], [bool(t._callbacks) for t in tasks])
  gate.set()
  print(await asyncio.gather(*tasks))
asyncio.run(main())
