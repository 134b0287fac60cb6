"""A future is an empty box: one task waits for it, the other one fills it."""

import asyncio


async def set_future(future):
  await asyncio.sleep(0.01)
  print("setting the result")
  future.set_result("666")


async def reader(name, future):
  print(name, "waits")
  print(name, "read", await future)


async def main():
  loop = asyncio.get_running_loop()
  future = loop.create_future()
  readers = [asyncio.create_task(reader(f"reader{n}", future)) for n in range(3)]
  await loop.create_task(set_future(future))
  # A future can be awaited many times and always gives the same value.
  print("main read", await future)
  print("main read again", await future)
  await asyncio.gather(*readers)

  # A future that nobody ever fills is waited for until somebody loses patience.
  try:
    await asyncio.wait_for(loop.create_future(), 0.01)
  except asyncio.TimeoutError:
    print("nobody set the other future")


asyncio.run(main())
