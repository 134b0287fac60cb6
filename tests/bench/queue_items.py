# Producers and consumers over a bounded queue.
import asyncio
import time

PRODUCERS, CONSUMERS, ITEMS = 4, 4, 50_000


async def produce(queue, items):
  for n in range(items):
    await queue.put(n)


async def consume(queue, totals, index):
  while True:
    n = await queue.get()
    if n is None:
      return
    totals[index] += n


async def main():
  queue = asyncio.Queue(10)
  totals = [0] * CONSUMERS
  consumers = [asyncio.create_task(consume(queue, totals, i)) for i in range(CONSUMERS)]
  await asyncio.gather(*(produce(queue, ITEMS) for _ in range(PRODUCERS)))
  for _ in range(CONSUMERS):
    await queue.put(None)
  await asyncio.gather(*consumers)
  return sum(totals)


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("queue_items", total)
print(f"# {elapsed / (PRODUCERS * ITEMS) * 1e9:.1f} ns per op")
