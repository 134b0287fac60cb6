# The end of a group is left by a cancellation at each moment, by an exception thrown into it, and by close().
import asyncio


async def child(turns, log):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        log.append(f"done after {turns}")
    except asyncio.CancelledError as error:
        log.append(f"child {turns} cancelled {error.args}")
        raise


async def parent(log):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(2, log))
            group.create_task(child(5, log))
        log.append("left")
    except BaseException as error:
        log.append(f"parent got {type(error).__name__}{error.args}")
        raise
    finally:
        log.append(repr(group))


async def cancelled_after(turns):
    log = []
    task = asyncio.create_task(parent(log))
    for _ in range(turns):
        await asyncio.sleep(0)
    accepted = task.cancel("stop")
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(f"outer {error.args}")
    print(turns, accepted, task.cancelling(), task.cancelled(), log)


async def cancelled_when_the_last_child_is_done(turns):
    """The cancellation may find the wait for the children over, and the parent not yet awake."""
    log = []
    task = asyncio.create_task(parent(log))
    for _ in range(turns):
        await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(lambda: log.append(f"cancel {task.cancel('late')}"))
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(f"outer {error.args}")
    print(turns, log)


async def driven_by_hand():
    log = []
    coroutine = parent(log)
    print("waits for a", coroutine.send(None)._state, "future")
    try:
        coroutine.throw(ValueError("thrown"))
    except ValueError as error:
        print(repr(error))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)

    log = []
    coroutine = parent(log)
    coroutine.send(None)
    coroutine.close()
    print(log)


async def failing(log):
    async def bad():
        await asyncio.sleep(0)
        raise KeyError("x")

    async with asyncio.TaskGroup() as group:
        group.create_task(child(3, log))
        group.create_task(bad())


async def main():
    for turns in range(9):
        await cancelled_after(turns)
    for turns in range(4, 9):
        await cancelled_when_the_last_child_is_done(turns)
    await asyncio.create_task(driven_by_hand())

    log = []
    try:
        await failing(log)
    except* KeyError as group:
        print(repr(group), log, asyncio.current_task().cancelling())
    task = asyncio.create_task(failing(log))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except BaseException as error:
        print(repr(error), task.cancelling())


asyncio.run(main())
