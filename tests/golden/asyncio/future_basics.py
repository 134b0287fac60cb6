# A future's states, results, exceptions and errors.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  print(f.done(), f.cancelled())
  for g in (f.result, f.exception):
    try: g()
    except asyncio.InvalidStateError as e: print(e)
  f.set_result([1])
  print(f.done(), f.result(), f.exception(), await f)
  for g in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
    try: g()
    except asyncio.InvalidStateError as e: print(e)
  print(f.cancel())
  f = loop.create_future()
  f.set_exception(KeyError)
  try: f.result()
  except KeyError as e: print(repr(e), repr(f.exception()))
  f = loop.create_future()
  try: f.set_exception(StopIteration)
  except TypeError as e: print(e)
  print(f.cancel("msg"), f.cancel(), f.done(), f.cancelled())
  for g in (f.result, f.exception):
    try: g()
    except asyncio.CancelledError as e: print(repr(e))
  print(f.get_loop() is loop, isinstance(f, asyncio.Future), asyncio.isfuture(f))
asyncio.run(main())
