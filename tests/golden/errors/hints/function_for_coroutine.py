import asyncio
async def main():
    async with asyncio.TaskGroup() as group:
        await asyncio.gather(main)
asyncio.run(main())
