# A program may watch what a loop runs: by another Handle._run, which also those loops follow that run already, or by the call_soon() of one loop.
import asyncio

original_run = asyncio.Handle._run


def name_of(callback):
    return getattr(callback, "__name__", type(callback).__name__)


def traced_run(handle):
    print("  run", name_of(handle._callback))
    return original_run(handle)


async def work():
    await asyncio.sleep(0)
    return "worked"


async def watched():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    print(await asyncio.create_task(work()))
    loop.call_later(0.001, print, "later")
    await asyncio.sleep(0.01)


print("from the beginning")
asyncio.Handle._run = traced_run
asyncio.run(watched())
asyncio.Handle._run = original_run


async def in_the_middle():
    asyncio.Handle._run = traced_run
    await asyncio.sleep(0)
    await watched()
    asyncio.Handle._run = original_run


print("in the middle")
asyncio.run(in_the_middle())


async def one_loop():
    loop = asyncio.get_running_loop()
    original, scheduled = loop.call_soon, []

    def call_soon(callback, *args, context=None):
        scheduled.append(name_of(callback))
        return original(callback, *args, context=context)

    loop.call_soon = call_soon
    future = loop.create_future()
    future.add_done_callback(lambda future: None)
    future.set_result(1)
    print(await asyncio.create_task(work()))
    del loop.call_soon
    await asyncio.sleep(0)
    print(scheduled)


print("one loop")
asyncio.run(one_loop())
