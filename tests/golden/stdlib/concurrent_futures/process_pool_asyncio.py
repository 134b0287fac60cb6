# run_in_executor() with a pool of processes.
import asyncio
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def fail():
    raise ValueError("from the worker")


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, square, 9))
        print(await asyncio.gather(*[loop.run_in_executor(pool, square, n) for n in range(5)]))
        try:
            await loop.run_in_executor(pool, fail)
        except ValueError as error:
            print("caught", error)
        ticks = 0
        work = loop.run_in_executor(pool, sum, range(300_000))
        while not work.done():
            ticks += 1
            await asyncio.sleep(0)
        print(work.result(), ticks > 0)


asyncio.run(main())
