# shield: the outer waiter is cancelled, the inner task goes on.
import asyncio
async def inner():
  for i in range(3):
    await asyncio.sleep(0)
  print("inner done")
  return "value"
async def main():
  task = asyncio.create_task(inner())
  async def outer():
    try:
      return await asyncio.shield(task)
    except asyncio.CancelledError:
      print("outer cancelled, inner:", task.cancelled())
      raise
  o = asyncio.create_task(outer())
  await asyncio.sleep(0)
  o.cancel()
  await asyncio.wait([o])
  print(await task, o.cancelled())
  print(await asyncio.shield(asyncio.sleep(0, "plain")))
  t = asyncio.create_task(asyncio.sleep(10))
  s = asyncio.shield(t)
  await asyncio.sleep(0)
  t.cancel()
  try:
    await s
  except asyncio.CancelledError:
    print("inner cancelled gives", s.cancelled())
asyncio.run(main())
