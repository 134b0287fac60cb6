# Tasks, a queue, a timeout, a task group, asynchronous generators and cancellation.
import asyncio


async def produce(queue):
  for number in range(20):
    await queue.put(number)
    await asyncio.sleep(0)
  await queue.put(None)


async def consume(queue):
  total = 0
  while (item := await queue.get()) is not None:
    total += item
  return total


async def ticks(count):
  for number in range(count):
    yield number
    await asyncio.sleep(0)


async def main():
  queue = asyncio.Queue(3)
  async with asyncio.TaskGroup() as group:
    group.create_task(produce(queue))
    total = group.create_task(consume(queue))
  print(total.result(), [tick async for tick in ticks(5)])
  print(await asyncio.gather(*(asyncio.sleep(0, n) for n in range(10))))
  task = asyncio.create_task(asyncio.sleep(10))
  await asyncio.sleep(0)
  task.cancel()
  try:
    await task
  except asyncio.CancelledError:
    print("cancelled")
  try:
    await asyncio.wait_for(asyncio.sleep(10), 0.001)
  except TimeoutError:
    print("timeout")


asyncio.run(main())
