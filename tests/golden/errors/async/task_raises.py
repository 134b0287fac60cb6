# An exception of a task, raised where it is awaited.
import asyncio
async def job():
  await asyncio.sleep(0)
  return 1 / 0
async def main():
  task = asyncio.create_task(job())
  await task
asyncio.run(main())
