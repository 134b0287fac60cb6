"""A coroutine function makes coroutine objects; nothing runs until somebody drives them."""

import asyncio
import inspect


async def custom_coro():
  await asyncio.sleep(0)
  return "done"


print(type(custom_coro))
coro = custom_coro()
print(type(coro))
print([name for name in ("send", "throw", "close", "__await__") if hasattr(coro, name)])
print(asyncio.iscoroutinefunction(custom_coro), asyncio.iscoroutine(coro))
print(inspect.isawaitable(coro))

# Drive it by hand: sleep(0) is one bare suspension.
print("send ->", coro.send(None))
try:
  coro.send(None)
except StopIteration as stop:
  print("finished with", stop.value)


async def main():
  print(await custom_coro())


asyncio.run(main())
