# run_in_executor: default and own executors, errors, cancellation, shutdown.
import asyncio, concurrent.futures, threading, time
def work(x): return x * 2
def fail(): raise ValueError("in the thread")
async def main():
  loop = asyncio.get_running_loop()
  print(await loop.run_in_executor(None, work, 21))
  try: await loop.run_in_executor(None, fail)
  except ValueError as e: print(e)
  with concurrent.futures.ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
    print(await loop.run_in_executor(pool, lambda: threading.current_thread().name))
    gate = threading.Event()
    blocker = loop.run_in_executor(pool, gate.wait)
    waiting = loop.run_in_executor(pool, work, 1)
    print(waiting.cancel(), waiting.cancelled())
    gate.set()
    print(await blocker)
  for bad in (5, None, concurrent.futures.Executor()):
    try: loop.set_default_executor(bad)
    except TypeError as e: print(e)
  own = concurrent.futures.ThreadPoolExecutor(2, "default")
  loop.set_default_executor(own)
  print((await asyncio.to_thread(lambda: threading.current_thread().name)).rpartition("_")[0])
  print(await asyncio.to_thread(lambda a, *, b: (a, b), 1, b=2))
  class Recording(concurrent.futures.ThreadPoolExecutor):
    def submit(self, fn, /, *args, **kwargs):
      print("submitted:", getattr(fn, "__name__", type(fn).__name__), args)
      return super().submit(fn, *args, **kwargs)
  with Recording(1) as recording:
    loop.set_default_executor(recording)
    print(await asyncio.to_thread(work, 4), await loop.run_in_executor(None, work, 5))
  loop.set_default_executor(own)
  def stop(): raise StopIteration("no")
  try: await asyncio.wait_for(asyncio.to_thread(work, 2), 5)
  finally: print("fine")
  await loop.shutdown_default_executor()
  try: loop.run_in_executor(None, work, 1)
  except RuntimeError as e: print(e)
asyncio.run(main())
