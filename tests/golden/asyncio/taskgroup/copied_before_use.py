# A group that was not entered can be copied and pickled, as part of something larger; each copy is a group of its own.
import asyncio
import copy
import pickle


class Stage(asyncio.TaskGroup):
    def __init__(self, name):
        super().__init__()
        self.name = name


async def work(number):
    await asyncio.sleep(0)
    print("work", number)


async def main():
    first = Stage("build")
    for group in first, copy.deepcopy(first), pickle.loads(pickle.dumps(first)):
        print(group, group.name)
        async with group:
            group.create_task(work(1))
            print(group)
        print(group)


asyncio.run(main())
