# Debug mode lets coroutines note where they were made while the loop runs; turned on or off meanwhile it counts from the next iteration on.
import asyncio, sys

depth = sys.get_coroutine_origin_tracking_depth


async def main():
  loop = asyncio.get_running_loop()
  depths = [depth()]
  for enabled in (True, True, False, True):
    loop.set_debug(enabled)
    depths.append(depth())
    await asyncio.sleep(0)
    depths.append(depth())
  coroutine = asyncio.sleep(0)
  print(depths, coroutine.cr_origin is not None)
  await coroutine
  sys.set_coroutine_origin_tracking_depth(3)


asyncio.run(main())
print(depth())
asyncio.run(main(), debug=True)
sys.set_coroutine_origin_tracking_depth(2)
asyncio.run(main(), debug=True)
print(depth())
