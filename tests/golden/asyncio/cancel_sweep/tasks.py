# gather, wait, wait_for, timeout, shield, groups: who gets which cancellation, and what the waiting task ends with.
import asyncio
from _sweep import sweep


async def plain(case, i, future):
    try:
        return await future
    except asyncio.CancelledError as error:
        case.note("child", i, error.args)
        raise


async def stubborn(case, i, future):
    try:
        return await future
    except asyncio.CancelledError as error:
        case.note("kept", i, error.args)
        return "kept"


async def slow(case, i, future):
    try:
        return await future
    finally:
        case.note("cleans", i)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        case.note("cleaned", i)


async def gather(case, child, futures):
    return await asyncio.gather(*(child(case, i, future) for i, future in enumerate(futures)))


async def gather_exceptions(case, child, futures):
    return await asyncio.gather(*(child(case, i, future) for i, future in enumerate(futures)), return_exceptions=True)


async def wait_for(case, child, futures):
    return await asyncio.wait_for(child(case, 0, futures[0]), 50)


async def wait_first(case, child, futures):
    tasks = [asyncio.create_task(child(case, i, future)) for i, future in enumerate(futures)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    return len(done), len(pending)


async def timeout_moved(case, child, futures):
    async with asyncio.timeout(50) as limit:
        asyncio.get_running_loop().call_soon(limit.reschedule, -1)
        return await child(case, 0, futures[0])


async def shield(case, child, futures):
    case.tasks["inner"] = inner = asyncio.create_task(child(case, 0, futures[0]))
    return await asyncio.shield(inner)


async def group(case, child, futures):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(case, 0, futures[0]))
        try:
            await futures[1]
        finally:
            case.note("body", asyncio.current_task().cancelling())


async def nested_groups(case, child, futures):
    async with asyncio.timeout(50), asyncio.TaskGroup() as outer:
        outer.create_task(child(case, "outer", futures[1]))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(child(case, "inner", futures[0]))


async def uncancel(case, child, futures):
    try:
        return await child(case, 0, futures[0])
    except asyncio.CancelledError:
        case.note("uncancel", asyncio.current_task().uncancel())
        return await futures[1]


async def generator(case, child, futures):
    async def results():
        try:
            for i, future in enumerate(futures):
                yield await child(case, i, future)
        finally:
            await asyncio.sleep(0)
            case.note("generator ends")

    found = []
    running = results()
    try:
        async for result in running:
            found.append(result)
    finally:
        await running.aclose()
    return found


def scenario_of(wait, child, event):
    def scenario(case):
        loop = asyncio.get_running_loop()
        futures = [loop.create_future() for _ in range(2)]

        def end():
            for future in futures:
                if not future.done():
                    future.set_result("late")
                elif not future.cancelled():
                    future.exception()

        return case.spawn("w", wait(case, child, futures)), lambda: event(futures), lambda: [future._state[0] for future in futures], end
    return scenario


EVENTS = {
    "result": lambda futures: futures[0].set_result("r"),
    "error": lambda futures: futures[0].set_exception(ValueError("boom")),
    "cancelled inside": lambda futures: futures[0].cancel("inner"),
}
PAIRS = [
    (gather, plain, "result"), (gather, stubborn, "result"), (gather, slow, "error"), (gather_exceptions, stubborn, "error"),
    (gather_exceptions, plain, "cancelled inside"), (wait_for, plain, "result"), (wait_for, slow, "error"), (wait_first, stubborn, "result"),
    (timeout_moved, slow, "result"), (timeout_moved, stubborn, "error"), (shield, plain, "result"), (shield, slow, "error"),
    (group, plain, "error"), (group, slow, "result"), (group, stubborn, "cancelled inside"), (nested_groups, plain, "error"),
    (nested_groups, slow, "error"), (uncancel, plain, "cancelled inside"), (generator, slow, "result"),
]
sweep({f"{wait.__name__}, {child.__name__} child, {event}": scenario_of(wait, child, EVENTS[event]) for wait, child, event in PAIRS})
