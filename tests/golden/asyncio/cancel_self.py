# A task that cancels itself notices at its next await; an already ready await is interrupted too.
import asyncio
async def job():
  asyncio.current_task().cancel()
  print("still running")
  async def ready(): return "ready"
  print(await ready())
  try:
    await asyncio.sleep(0)
  except asyncio.CancelledError:
    print("at sleep(0)")
    raise
async def finishes():
  asyncio.current_task().cancel()
  return "too late"
async def main():
  t = asyncio.create_task(job())
  await asyncio.wait([t])
  print(t.cancelled())
  t = asyncio.create_task(finishes())
  await asyncio.wait([t])
  print(t.cancelled())
asyncio.run(main())
