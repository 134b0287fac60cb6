# A failed task or future that is dropped is reported by the next collection, and what a coroutine only used in an earlier statement is gone.
import asyncio, gc, weakref

async def fails():
  raise ValueError("nobody looks")

async def main():
  loop = asyncio.get_running_loop()
  loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"]), context["future"].get_name()))
  task = asyncio.create_task(fails(), name="dropped")
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  del task
  gc.collect()
  await asyncio.sleep(0)
  print("after the collection")

  loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context["exception"])))
  future = loop.create_future()
  future.set_exception(OSError("nobody looks here either"))
  del future
  gc.collect()
  print("after the second collection")

  future, gone = loop.create_future(), []
  weakref.finalize(future, gone.append, "a future without an exception")
  del future
  gc.collect()
  print("gone:", gone)

asyncio.run(main())
