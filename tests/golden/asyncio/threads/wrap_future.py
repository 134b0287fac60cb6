# wrap_future ties a concurrent future to an asyncio one, both ways.
import asyncio, concurrent.futures
async def main():
  cf = concurrent.futures.Future()
  f = asyncio.wrap_future(cf)
  print(asyncio.wrap_future(f) is f, f.done())
  cf.set_result(5)
  print(await f)
  cf = concurrent.futures.Future(); f = asyncio.wrap_future(cf)
  cf.set_exception(ValueError("x"))
  try: await f
  except ValueError as e: print(e)
  cf = concurrent.futures.Future(); f = asyncio.wrap_future(cf)
  f.cancel(); await asyncio.sleep(0)
  print(cf.cancelled())
  cf = concurrent.futures.Future(); f = asyncio.wrap_future(cf)
  cf.cancel()
  try: await f
  except asyncio.CancelledError: print("cancelled")
  for kind in (concurrent.futures.CancelledError, concurrent.futures.TimeoutError, concurrent.futures.InvalidStateError):
    cf = concurrent.futures.Future(); f = asyncio.wrap_future(cf)
    cf.set_exception(kind("text"))
    try: await f
    except BaseException as e: print(type(e).__module__, type(e).__name__, e)
  try: asyncio.wrap_future(5)
  except AssertionError as e: print(e)
asyncio.run(main())
