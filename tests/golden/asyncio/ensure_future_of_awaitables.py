# An object with __await__ becomes a task; what wraps it is a coroutine of the old kind, which nobody misses when the task cannot be made.
import asyncio

class Ready:
    def __await__(self):
        yield
        return "ready"

async def main():
    task = asyncio.ensure_future(Ready())
    print(asyncio.iscoroutine(task.get_coro()), type(task.get_coro()).__name__, task.get_coro().__name__)
    print(await task, task.done())
    print(await asyncio.gather(Ready(), Ready()), await asyncio.wait_for(Ready(), 5))
    closed = asyncio.new_event_loop()
    closed.close()
    try:
        asyncio.ensure_future(Ready(), loop=closed)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.create_task(Ready())
    except TypeError as e:
        print(str(e).partition(", got")[0])

asyncio.run(main())
