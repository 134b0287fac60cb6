# Errors inside of errors: handlers, finally blocks and callbacks that fail themselves.
import asyncio
async def bad_cleanup():
  try: raise ValueError("first")
  finally:
    await asyncio.sleep(0)
    raise KeyError("second")
async def main():
  try: await bad_cleanup()
  except KeyError as e: print(repr(e), repr(e.__context__))
  t = asyncio.create_task(bad_cleanup())
  r = await asyncio.gather(t, return_exceptions=True)
  print(r, r[0].__context__)
  try:
    async with asyncio.TaskGroup() as tg:
      tg.create_task(bad_cleanup())
      raise OSError("body")
  except* OSError as eg: print(eg.exceptions)
  except* KeyError as eg: print(eg.exceptions)
asyncio.run(main(), debug=False)
