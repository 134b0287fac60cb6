# A function whose __code__ is replaced while it runs goes on with the old code; so do its generators and coroutines.
import asyncio
import gc


def helper():
    return [1]


def f():
    f.__code__ = other.__code__
    helper()
    gc.collect()
    values = [1.5, "abc", helper(), (4, 5, 6)]
    for _ in range(3):
        values.append(helper())
    return values, "after", LATER


def other():
    return 5


LATER = 77
print(f())
print(f())


def generator():
    yield 1
    yield "two"
    yield LATER


running, fresh = generator(), generator()
print(next(running))
generator.__code__ = (lambda: (yield 9)).__code__
gc.collect()
print(list(running), list(fresh), list(generator()))


async def work(name):
    for step in range(2):
        await asyncio.sleep(0)
        print(name, "step", step, LATER)
    return name


async def replacement(name):
    return name.upper()


async def main():
    task = asyncio.create_task(work("old"))
    await asyncio.sleep(0)
    work.__code__ = replacement.__code__
    print(await asyncio.gather(task, work("new")))
    try:
        work.__code__ = 5
    except TypeError as error:
        print(error)


asyncio.run(main())
