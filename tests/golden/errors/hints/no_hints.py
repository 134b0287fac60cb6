# Without a terminal there are none.
import asyncio
async def number(): return 1
async def main():
    number() + 1
asyncio.run(main())
