# Who cancelled the task.
import asyncio
async def victim():
    await asyncio.sleep(5)
async def killer(task):
    task.cancel()
async def main():
    task = asyncio.create_task(victim())
    asyncio.create_task(killer(task), name="killer")
    await task
asyncio.run(main())
