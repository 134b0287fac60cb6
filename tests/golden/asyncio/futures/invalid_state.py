# Texts of InvalidStateError and the other refusals of futures.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  for what in ("result", "exception"):
    try: getattr(f, what)()
    except asyncio.InvalidStateError as e: print(what, e)
  f.set_result(1)
  for call in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
    try: call()
    except asyncio.InvalidStateError as e: print(e)
  print(f.cancel(), f.result(), f.exception())
  g = loop.create_future()
  for bad in (StopIteration, StopIteration(3), 5, int, None):
    try: g.set_exception(bad)
    except TypeError as e: print(e)
  g.set_exception(KeyError)
  print(repr(g.exception()))
  c = loop.create_future()
  print(c.cancel("why"), c.cancel(), c.cancelled())
  for what in ("result", "exception"):
    try: getattr(c, what)()
    except asyncio.CancelledError as e: print(what, e.args)
  try: c.set_result(3)
  except asyncio.InvalidStateError as e: print(e)
asyncio.run(main())
