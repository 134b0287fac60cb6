# A queue between one producer and one consumer.
import asyncio
import time

ITEMS = 200_000


async def produce(queue):
  for n in range(ITEMS):
    await queue.put(n)
  await queue.put(None)


async def main():
  queue = asyncio.Queue(1)
  producer = asyncio.create_task(produce(queue))
  total = 0
  while (n := await queue.get()) is not None:
    total += n
  await producer
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("queue_pair", total)
print(f"# {elapsed / ITEMS * 1e9:.1f} ns per op")
