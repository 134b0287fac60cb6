# Following cr_await from a task that waits at the end of its group; the wait then ends as if nobody had looked.
import asyncio


async def child(turns):
    await asyncio.sleep(0.01 * turns)
    if turns == 3:
        raise ValueError(turns)


async def parent(turns):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(1))
        group.create_task(child(turns))
    return "left"


def chain(task):
    found = []
    at = task.get_coro()
    while at is not None:
        found.append(getattr(at, "__qualname__", type(at).__name__))
        at = getattr(at, "cr_await", None)
    return found


async def main():
    for turns in (2, 3):
        for cancel_after in (None, 0, 0.015):
            task = asyncio.create_task(parent(turns))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print(chain(task))
            if cancel_after is not None:
                await asyncio.sleep(cancel_after)
                task.cancel("why")
            try:
                print(await task)
            except BaseException as error:
                print(repr(error))


asyncio.run(main())
