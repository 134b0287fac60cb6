# Chained exceptions in coroutines.
import asyncio
async def read():
  raise ConnectionError("lost")
async def main():
  try:
    await read()
  except ConnectionError as e:
    raise RuntimeError("gave up") from e
asyncio.run(main())
