# A task starts only when its creator suspends; awaiting a finished task does not suspend.
import asyncio
async def child(n):
  print("child", n)
  return n
async def main():
  t1 = asyncio.create_task(child(1))
  t2 = asyncio.create_task(child(2))
  print("before")
  await child(3)
  print("direct await does not suspend", t1.done())
  print(await t2, t1.done())
  asyncio.get_running_loop().call_soon(print, "callback")
  print(await t1, "no turn given")
  await asyncio.sleep(0)
asyncio.run(main())
