import asyncio
async def main():
    async for item in [1, 2]: pass
asyncio.run(main())
