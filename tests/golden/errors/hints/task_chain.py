# After the traceback: which tasks the exception came through.
import asyncio
async def child(n):
    await asyncio.sleep(0)
    raise ValueError(n)
async def middle():
    kid = asyncio.create_task(child(1), name="kid")
    await kid
async def main():
    await asyncio.create_task(middle())
asyncio.run(main())
