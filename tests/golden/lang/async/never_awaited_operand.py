# A coroutine as the operand of an instruction that fails.
import asyncio


async def load():
  return [1]


async def main():
  try:
    return load() + 1
  except TypeError as error:
    print(error)


async def item():
  try:
    return load()[0]
  except TypeError as error:
    print(error)


async def loop():
  try:
    for _ in load(): pass
  except TypeError as error:
    print(error)


asyncio.run(main())
asyncio.run(item())
asyncio.run(loop())
