# call_at keeps the number it was given; call_later adds to the loop's clock.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  handle = loop.call_at(10**9, print)
  print(handle.when(), type(handle.when()).__name__)
  handle.cancel()
  before = loop.time()
  later = loop.call_later(5, print)
  print(5 <= later.when() - before < 5.5)
  later.cancel()
  for bad in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print), lambda: loop.call_later("x", print)):
    try: bad()
    except TypeError as e: print("TypeError", e)
  loop.call_at(0, print, "the past comes at once")
  loop.call_later(-5, print, "so do negative delays")
  await asyncio.sleep(0.001)
asyncio.run(main())
