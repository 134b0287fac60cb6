# What a cancelled gather() raises: the message is that of the last child, whatever became of that one.
import asyncio


async def quick(): return 1
async def failing(): raise ValueError("x")
async def forever(): await asyncio.Event().wait()
async def stubborn():
  try:
    await asyncio.Event().wait()
  except asyncio.CancelledError as error:
    print("stubborn", error.args)
    return "kept"


async def main():
  for make in ((forever, quick), (quick, forever), (forever, failing), (failing, forever), (stubborn, forever), (forever, stubborn), (stubborn, stubborn)):
    for how in True, False:
      if failing in make and not how: continue
      for message in (), ("why",):
        outer = asyncio.ensure_future(asyncio.gather(*(function() for function in make), return_exceptions=how))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        outer.cancel(*message)
        try:
          print([function.__name__ for function in make], how, message, await outer)
        except asyncio.CancelledError as error:
          print([function.__name__ for function in make], how, message, error.args)


asyncio.run(main())
