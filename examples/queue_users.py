"""An asynchronous queue between one producer and several consumers."""

import asyncio


async def producer(queue, users):
  for user in users:
    await queue.put(user)
    print("put", user)


async def consumer(name, queue):
  while True:
    user = await queue.get()
    print(name, "got", user)
    await asyncio.sleep(0)
    queue.task_done()


async def main():
  queue = asyncio.Queue(maxsize=2)
  consumers = [asyncio.create_task(consumer(f"c{n}", queue)) for n in range(2)]
  await producer(queue, ["ann", "bob", "cid", "dee", "eve"])
  await queue.join()
  print("all work is done, empty:", queue.empty())
  for task in consumers:
    task.cancel()
  await asyncio.gather(*consumers, return_exceptions=True)

  try:
    queue.get_nowait()
  except asyncio.QueueEmpty:
    print("nothing left")


asyncio.run(main())
