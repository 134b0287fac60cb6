# Tasks that wait for each other cannot be cancelled through: that ends in RecursionError, not in a crash. Later requests come on top of the first one.
import asyncio


async def wait_for(box):
  await box[0]


async def deep(n):
  if n:
    await asyncio.create_task(deep(n - 1))
  else:
    await asyncio.sleep(10)


async def main():
  box = [None]
  first = asyncio.create_task(wait_for(box))
  second = box[0] = asyncio.create_task(wait_for([first]))
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  try:
    first.cancel("round and round")
  except RecursionError as error:
    print(error)
  print(first.done(), second.done(), first.cancelling() > 0)
  task = asyncio.create_task(deep(100))
  for _ in range(105):
    await asyncio.sleep(0)
  print(len(asyncio.all_tasks()))
  task.cancel("from above")
  try:
    await task
  except asyncio.CancelledError as error:
    print(error.args, len(asyncio.all_tasks()))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
