# gather() with the same future more than once, pending or done, watched by others too; task groups while their tasks come and go.
import asyncio


async def value(v, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    return v


async def main():
    pending = asyncio.create_task(value("p"))
    pending.add_done_callback(lambda t: print("callback", t.result()))
    print(await asyncio.gather(pending, value(1), pending, pending))
    done = pending
    future = asyncio.get_running_loop().create_future()
    outer = asyncio.gather(done, future, done, future, value(2))
    print(len(outer._children), len({id(c) for c in outer._children}))
    second = asyncio.gather(future, future)
    asyncio.get_running_loop().call_soon(future.set_result, "f")
    print(await outer, await second)
    coroutine = value(3)
    print(await asyncio.gather(coroutine, coroutine))

    failing = asyncio.get_running_loop().create_future()
    both = asyncio.gather(failing, failing, return_exceptions=True)
    failing.set_exception(ValueError("v"))
    print(await both)

    async with asyncio.TaskGroup() as group:
        for n in range(100):
            group.create_task(value(n, n % 5))
        slow = group.create_task(value("slow", 20))
        print(group)
        await asyncio.sleep(0)
        print(group)
        for _ in range(10):
            await asyncio.sleep(0)
        print(group, group._tasks == {slow})
        late = [group.create_task(value(n)) for n in range(40)]
        await asyncio.gather(*late)
        await asyncio.sleep(0)
        print(group)
    print(group, group._tasks, slow.result())


asyncio.run(main())
