# A program that ends without closing its loop: the task that nobody waited for is told, and its coroutine is closed.
import asyncio


async def work(name):
    print(name, "begins")
    try:
        await asyncio.sleep(100)
    finally:
        print(name, "is closed")


async def main():
    await asyncio.sleep(0.01)
    return "main is done"


loop = asyncio.new_event_loop()
task = loop.create_task(work("background"), name="background")
print(loop.run_until_complete(main()))
print("end")
