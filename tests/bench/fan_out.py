# Wide fan-out and fan-in: one task hands work to ten thousand over futures and takes all results from one queue.
import asyncio
import time

ROUNDS, WIDTH = 10, 10_000


async def work(order, results):
  number = await order
  results.put_nowait(number * 2)


async def main():
  loop = asyncio.get_running_loop()
  total = 0
  for _ in range(ROUNDS):
    results = asyncio.Queue()
    orders = [loop.create_future() for _ in range(WIDTH)]
    tasks = [asyncio.create_task(work(order, results)) for order in orders]
    await asyncio.sleep(0)
    for number, order in enumerate(orders):
      order.set_result(number)
    for _ in range(WIDTH):
      total += await results.get()
    await asyncio.wait(tasks)
  return total


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("fan_out", total)
print(f"# {elapsed / (ROUNDS * WIDTH) * 1e9:.1f} ns per op")
