# Another thread hands coroutines and callbacks to the loop.
import asyncio
async def add(a, b):
  await asyncio.sleep(0)
  return a + b
async def main():
  loop = asyncio.get_running_loop()
  def from_thread():
    f = asyncio.run_coroutine_threadsafe(add(2, 3), loop)
    print("in the thread:", f.result(5))
    loop.call_soon_threadsafe(done.set)
    return "thread ends"
  done = asyncio.Event()
  t = asyncio.create_task(asyncio.to_thread(from_thread))
  await done.wait()
  print(await t)
asyncio.run(main())
