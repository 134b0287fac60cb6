# Methods of a task name it in their messages, though a future has them too. A subclass is cancelled with a positional message.
import asyncio

class Watched(asyncio.Task):
  def cancel(self, *args, **keywords):
    print("cancel", args, keywords)
    return super().cancel(*args, **keywords)

async def waits(awaitable):
  return await awaitable

async def main():
  task = asyncio.create_task(asyncio.sleep(0))
  for owner in task, asyncio.get_running_loop().create_future():
    for name in "result", "exception", "done", "cancelled", "set_result", "remove_done_callback":
      try:
        getattr(owner, name)(1, 2)
      except TypeError as e:
        print(e)
  print(asyncio.Task.result.__qualname__, asyncio.Task.cancel.__qualname__, asyncio.Task.get_loop.__qualname__)
  await task
  loop = asyncio.get_running_loop()
  for message in (), ("why",):
    outer = asyncio.create_task(waits(Watched(asyncio.sleep(10), loop=loop)))
    await asyncio.sleep(0)
    outer.cancel(*message)
    try:
      await outer
    except asyncio.CancelledError as e:
      print(e.args)

asyncio.run(main())
