# What as_completed() gives a for statement.
import asyncio
async def main():
    for item in asyncio.as_completed([asyncio.sleep(0, "a"), asyncio.sleep(0, "b")]):
        print(repr(item).split(" at ")[0], item.__name__, item.__qualname__, item.cr_code.co_name)
        await item
asyncio.run(main())
