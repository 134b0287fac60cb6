# A collection in a thread of an executor finds the generator: the loop closes it all the same.
import asyncio, gc

async def numbers():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0)
        print("closed")

async def begin():
    generator = numbers()
    holder = [generator]
    holder.append(holder)  # a cycle: only a collection finds it
    print(await generator.__anext__())

async def main():
    gc.disable()
    await asyncio.create_task(begin())
    await asyncio.to_thread(gc.collect)
    await asyncio.sleep(0.01)
    print("end")

asyncio.run(main())
