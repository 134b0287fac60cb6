import asyncio
async def number(): return 1
async def main():
    return number() + 1
asyncio.run(main())
