# What is handled around the loop is no context of a failure that a task is given; a cancellation that the loop finds, and the GeneratorExit of close(), have it.
import asyncio


async def waits(what, name):
    try:
        await what
    except BaseException as error:
        print(f"{name}: {error!r} in the context of {error.__context__!r}")
        try:
            raise LookupError("afterwards")
        except LookupError as fresh:
            fresh.__context__.__context__ = None
            print(f"  {fresh!r} in the context of {type(fresh.__context__).__name__}")


def tasks_that_wait(loop):
    failing, gone = loop.create_future(), loop.create_future()
    tasks = [loop.create_task(waits(failing, "failed future")), loop.create_task(waits(gone, "cancelled future")),
             loop.create_task(waits(asyncio.sleep(9), "sleep")), loop.create_task(waits(asyncio.Queue().get(), "queue"))]
    loop.run_until_complete(asyncio.sleep(0))
    failing.set_exception(ValueError("failed"))
    gone.cancel()
    return tasks


loop = asyncio.new_event_loop()
try:
    raise OSError("around the loop")
except OSError:
    tasks = tasks_that_wait(loop)
    for task in tasks[2:]:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
loop.close()


async def handling():
    coroutine = waits(asyncio.sleep(9), "thrown in")
    try:
        raise KeyError("around throw()")
    except KeyError:
        coroutine.send(None)
        try:
            coroutine.throw(ValueError("thrown"))
        except StopIteration:
            pass
    coroutine = waits(asyncio.sleep(9), "closed")
    coroutine.send(None)
    try:
        raise KeyError("around close()")
    except KeyError:
        coroutine.close()

    async def inside():
        try:
            raise IndexError("in the coroutine itself")
        except IndexError:
            await waits(asyncio.sleep(9), "inner")
            await asyncio.sleep(9)

    task = asyncio.create_task(inside())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(f"outer: {error!r} in the context of {error.__context__!r}")


asyncio.run(handling())
