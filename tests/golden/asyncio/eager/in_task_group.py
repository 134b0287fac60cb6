# A group learns at once of a task that ended when it was started eagerly: its failure cancels the others before they go on. As in 3.12.
import asyncio


async def work(name):
    print(name, "begins")
    await asyncio.sleep(0)
    print(name, "ends")


async def fail():
    raise ValueError("at once")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        done, waiting = group.create_task(asyncio.sleep(0, 1)), group.create_task(work("first"))
        print(group.create_task(asyncio.sleep(0, 2)) in asyncio.all_tasks(), waiting.done())
    print(done.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("second"))
            group.create_task(fail())
            print("the block goes on")
            try:
                group.create_task(refused := work("third"))
            except RuntimeError:
                refused.close()
                print("no more tasks")
            await asyncio.sleep(1)
    except* ValueError as errors:
        print(errors.exceptions)


asyncio.run(main())
