# cr_await of suspended coroutines, whatever they wait for; tasks of other classes are listed.
import asyncio
import functools


async def main():
  loop = asyncio.get_running_loop()
  queue, lock, event, future = asyncio.Queue(), asyncio.Lock(), asyncio.Event(), loop.create_future()
  await lock.acquire()

  async def wait_for_future():
    await future

  async def wait_for_lock():
    await lock.acquire()

  async def wait_for_item():
    await queue.get()

  async def wait_for_event():
    await event.wait()

  async def wait_for_time():
    await asyncio.sleep(100)

  coroutines = [wait_for_future(), wait_for_lock(), wait_for_item(), wait_for_event(), wait_for_time()]
  print([coroutine.cr_await for coroutine in coroutines])
  tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
  await asyncio.sleep(0)
  print([coroutine.cr_await is not None for coroutine in coroutines], type(coroutines[0].cr_await).__name__)
  for task in tasks:
    task.cancel()
  await asyncio.gather(*tasks, return_exceptions=True)
  print([coroutine.cr_await for coroutine in coroutines])

  class Job:
    def get_loop(self):
      return loop

    def done(self):
      return False

  job = Job()
  asyncio._register_task(job)
  print(job in asyncio.all_tasks(), len(asyncio.all_tasks()))
  asyncio._unregister_task(job)
  print(job in asyncio.all_tasks())

  @functools.wraps(main)
  def wrapper():
    pass

  handle = loop.call_soon(wrapper)
  print("main() at" in repr(handle), f":{main.__code__.co_firstlineno}>" in repr(handle))
  waiting = iter(loop.create_future())
  for arguments in ((Exception, Exception("a"), 32), (Exception("e"), Exception("e")), (list,), (ValueError, None, None), (KeyError, ("a", "b"))):
    try:
      waiting.throw(*arguments)
    except Exception as error:
      print(type(error).__name__, error)
  try:
    del tasks[0]._log_destroy_pending
  except AttributeError:
    print("cannot be deleted")


asyncio.run(main())
