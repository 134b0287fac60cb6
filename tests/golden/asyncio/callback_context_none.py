# add_done_callback() without a context keeps the one of now; context=None means the one in which the future ends.
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


def show(label):
    return lambda done: print(f"{label}: {who.get()}")


async def ends_a_future():
    future = asyncio.get_running_loop().create_future()
    who.set("registered")
    future.add_done_callback(show("future, no context"))
    future.add_done_callback(show("future, None"), context=None)
    own = contextvars.copy_context()
    own.run(who.set, "own")
    future.add_done_callback(show("future, own context"), context=own)
    who.set("ended")
    future.set_result(None)
    who.set("after the end")
    await future
    await asyncio.sleep(0)


async def sets(name, fails=False):
    who.set(name)
    await asyncio.sleep(0)
    if fails:
        raise ValueError(name)


async def ends_tasks():
    who.set("maker")
    for label, coroutine in [("sleep", asyncio.sleep(0)), ("sets", sets("task")), ("fails", sets("failing task", True))]:
        task = asyncio.create_task(coroutine)
        task.add_done_callback(show(label + ", no context"))
        task.add_done_callback(show(label + ", None"), context=None)
        who.set("waits")
        await asyncio.wait([task])
        await asyncio.sleep(0)
        task.exception()
        task.add_done_callback(show(label + ", done, None"), context=None)
        await asyncio.sleep(0)
        who.set("maker")


async def main():
    await ends_a_future()
    await ends_tasks()


asyncio.run(main())
