# A loop's time() that a test replaces while the loop runs is its clock from then on: timers made before and after follow it, and it can be put back.
import asyncio
from unittest import mock


async def main():
  loop = asyncio.get_running_loop()
  order = []
  early = asyncio.create_task(asyncio.sleep(30, "slept 30 s"))
  loop.call_later(20, order.append, "timer of 20 s")
  await asyncio.sleep(0)
  real, skipped = loop.time, 0.0
  with mock.patch.object(loop, "time", lambda: real() + skipped):
    asyncio.get_running_loop().call_later(10, order.append, "timer of 10 s")
    late = asyncio.create_task(asyncio.sleep(40, "slept 40 s"))
    await asyncio.sleep(0)
    skipped = 15.0
    await asyncio.sleep(0.001)
    print(order)
    skipped = 31.0
    print(await early, order, late.done())
    skipped = 50.0
    print(await asyncio.wait_for(late, 3600))
    try:
      async with asyncio.timeout(5):
        skipped = 60.0
        await asyncio.sleep(100)
    except TimeoutError:
      print("timed out by the clock")
  print(loop.time() - real() < 1, await asyncio.sleep(0.001, "on time again"))


asyncio.run(main())
