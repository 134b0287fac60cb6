# loop.shutdown_default_executor(timeout), from 3.12: it waits no longer than that for calls that still run.
import asyncio, threading, time, warnings

async def main():
  loop = asyncio.get_running_loop()
  release = threading.Event()
  call = loop.run_in_executor(None, release.wait, 5)
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    await loop.shutdown_default_executor(timeout=0.01)
  print([(warning.category.__name__, str(warning.message)) for warning in caught])
  release.set()
  print(await call)

async def in_time():
  loop = asyncio.get_running_loop()
  call = loop.run_in_executor(None, time.sleep, 0.01)
  await loop.shutdown_default_executor(5)
  print(call.done())
  await loop.shutdown_default_executor(timeout=None)
  try:
    await loop.shutdown_default_executor(1, 2)
  except TypeError as e:
    print(e)

asyncio.run(main())
asyncio.run(in_time())
