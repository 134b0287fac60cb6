# Without return_exceptions the first error is passed on at once; the others go on.
import asyncio
async def step(name, turns, error=None):
  for i in range(turns):
    await asyncio.sleep(0)
  print(name, "ends")
  if error: raise error
  return name
async def main():
  tasks = [asyncio.create_task(step("a", 1)), asyncio.create_task(step("b", 2, KeyError("b"))), asyncio.create_task(step("c", 4))]
  try: await asyncio.gather(*tasks)
  except KeyError as e: print("error", e, [t.done() for t in tasks])
  print(await tasks[2])
  try: await asyncio.gather(step("d", 1, ValueError("d")), step("e", 1, ValueError("e")))
  except ValueError as e: print("error", e)
  await asyncio.sleep(0)
  t = asyncio.create_task(asyncio.sleep(10))
  g = asyncio.gather(t, step("f", 5))
  await asyncio.sleep(0)
  t.cancel()
  try: await g
  except asyncio.CancelledError: print("a cancelled child cancels the waiter", g.cancelled(), asyncio.current_task().cancelling())
  await asyncio.sleep(0)
asyncio.run(main())
