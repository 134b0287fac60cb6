"""A coroutine that needs two others awaits them in turn."""

import asyncio


async def others():
  await asyncio.sleep(0.005)
  return "first"


async def others1():
  await asyncio.sleep(0.005)
  return "second"


async def dep_others():
  a = await others()
  print("got", a)
  b = await others1()
  print("got", b)
  return a + " then " + b


print(asyncio.run(dep_others()))
