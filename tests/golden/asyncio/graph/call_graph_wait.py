# Who waits through asyncio.wait() is found like who waits through gather() and groups. (asyncio.capture_call_graph is of Python 3.14.)
import asyncio


def names(graph):
    return graph.future.get_name(), [names(awaiter) for awaiter in graph.awaited_by]


async def work():
    await asyncio.sleep(10)


async def wait(tasks):
    await asyncio.wait(tasks)


async def main():
    inner = asyncio.create_task(work(), name="inner")
    async with asyncio.TaskGroup() as group:
        waiting = [group.create_task(wait([inner]), name=name) for name in ("first", "second")]
        await asyncio.sleep(0.001)
        print(names(asyncio.capture_call_graph(inner))[0], [name for name, _ in names(asyncio.capture_call_graph(inner))[1]])
        inner.cancel()
    await asyncio.wait(waiting)
    print(names(asyncio.capture_call_graph(inner)))


asyncio.run(main())
