# Cancelling the task that awaits gather cancels every child; who swallows it is waited for.
import asyncio
async def child(name, stubborn=False):
  try: await asyncio.sleep(10)
  except asyncio.CancelledError as e:
    print(name, "cancelled", e.args)
    if stubborn:
      await asyncio.sleep(0)
      return name
    raise
async def parent():
  return await asyncio.gather(child("a"), child("b", True))
async def main():
  t = asyncio.create_task(parent())
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  t.cancel("stop")
  try: print(await t)
  except asyncio.CancelledError as e: print("parent", e.args)
  g = asyncio.gather(child("c", True), child("d", True))
  await asyncio.sleep(0)
  print(g.cancel())
  try: print(await g)
  except asyncio.CancelledError as e: print("all swallowed it, the request remains", e.args)
asyncio.run(main())
