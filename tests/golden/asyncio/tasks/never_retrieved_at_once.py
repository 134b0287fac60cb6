# A failed task that is dropped is reported by the next collection.
import asyncio, gc

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

asyncio.run(main())
