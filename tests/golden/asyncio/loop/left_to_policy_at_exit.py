# A loop that the policy keeps is not taken apart at exit: neither are its tasks reported nor destructors called of what they can reach, as a
# function of this module and so all that is in it.
import asyncio


class Resource:
    def __del__(self):
        print("never called")


async def tick():
    try:
        while True:
            await asyncio.sleep(0.001)
    finally:
        print("never printed")


async def main():
    await asyncio.sleep(0.005)
    return "main is done"


resource = Resource()
loop = asyncio.get_event_loop()
loop.create_task(tick())
loop.lost = loop.create_future()
loop.lost.set_exception(ValueError("never told"))
loop.never_awaited = main()
print(loop.run_until_complete(main()))
