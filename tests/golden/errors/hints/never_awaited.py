import asyncio
async def number(): return 1
async def main():
    number()
asyncio.run(main())
