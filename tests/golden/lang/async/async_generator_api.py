# asend, athrow and aclose.
import asyncio
async def g():
  x = None
  try:
    while True:
      try: x = yield x
      except ValueError as e: x = f"caught {e}"
      await asyncio.sleep(0)
  finally:
    await asyncio.sleep(0)
    print("closed")
async def main():
  a = g()
  print(await a.__anext__(), await a.asend(1), await a.athrow(ValueError("v")), await a.asend(2))
  await a.aclose()
  try: await a.__anext__()
  except StopAsyncIteration: print("stopped")
  b = g()
  try: await b.asend(1)
  except TypeError as e: print(e)
  await b.__anext__()
  try: await b.athrow(KeyError("k"))
  except KeyError as e: print("out", e)
  async def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
  c = stubborn()
  await c.__anext__()
  try: await c.aclose()
  except RuntimeError as e: print(e)
  async def stop():
    raise StopAsyncIteration
    yield
  try: await stop().__anext__()
  except RuntimeError as e: print(e, repr(e.__cause__))
asyncio.run(main())
