# shield: the inner task survives cancellation; errors and results pass; the inner error after a cancelled shield is reported.
import asyncio
async def inner(n):
  await asyncio.sleep(0.001)
  print("inner", n, "ends")
  return n
async def fail():
  await asyncio.sleep(0)
  raise ValueError("inner error")
async def main():
  print(await asyncio.shield(inner(1)))
  task = asyncio.create_task(inner(2))
  s = asyncio.shield(task)
  await asyncio.sleep(0)
  s.cancel()
  try: await s
  except asyncio.CancelledError: print("shield cancelled", task.done())
  print(await task)
  async def waiter(t): await asyncio.shield(t)
  t = asyncio.create_task(inner(3))
  w = asyncio.create_task(waiter(t))
  await asyncio.sleep(0)
  w.cancel()
  try: await w
  except asyncio.CancelledError: print("waiter cancelled", t.cancelled())
  await t
  try: await asyncio.shield(fail())
  except ValueError as e: print(e)
  t = asyncio.create_task(asyncio.sleep(10))
  s = asyncio.shield(t)
  await asyncio.sleep(0)
  t.cancel()
  try: await s
  except asyncio.CancelledError: print("inner cancelled", s.cancelled())
  print(asyncio.shield(t) is t)
asyncio.run(main())
