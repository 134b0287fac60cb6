# A list display in an asynchronous comprehension is a tuple to the message, in a loop it is a list
import asyncio

async def main():
    async def loop():
        async for item in [1, 2]:
            pass

    async def comprehension():
        return [item async for item in [1, 2]]

    async def of_a_name():
        return [item async for item in items]

    items = [1, 2]
    for run in (loop, comprehension, of_a_name):
        try:
            await run()
        except TypeError as error:
            print(run.__name__, error)

asyncio.run(main())
