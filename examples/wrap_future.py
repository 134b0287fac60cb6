"""A future of a thread pool is awaited through asyncio.wrap_future."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def square(n):
  return n * n


async def main():
  with ThreadPoolExecutor(max_workers=2) as pool:
    wrapped = [asyncio.wrap_future(pool.submit(square, n)) for n in range(4)]
    print(await asyncio.gather(*wrapped))


asyncio.run(main())
