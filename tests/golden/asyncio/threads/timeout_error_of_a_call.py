# A TimeoutError that a call in a thread raises arrives as a new one; other exceptions as they are.
import asyncio

def raises(error):
  raise error

async def main():
  loop = asyncio.get_running_loop()
  for error in TimeoutError("too long", 5), ValueError("bad"), asyncio.TimeoutError(), OSError(110, "Connection timed out"):
    try:
      await loop.run_in_executor(None, raises, error)
    except Exception as e:
      print(repr(e), e is error)

asyncio.run(main())
