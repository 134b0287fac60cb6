# A coroutine that is only printed, tested or measured.
import asyncio


async def ready():
  return False


async def main():
  print(type(ready()))
  print(isinstance(ready(), int))
  if ready():
    print("a coroutine is true")
  print("not", not ready())
  text = f"{ready()}"
  print(text.split(" at ")[0])
  try:
    len(ready())
  except TypeError as error:
    print(error)


asyncio.run(main())
