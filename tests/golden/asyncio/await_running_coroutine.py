# Awaiting a coroutine that is suspended elsewhere, and a task that awaits itself.
import asyncio
async def slow():
  await asyncio.sleep(0.001)
  return "slow"
async def main():
  c = slow()
  t = asyncio.create_task(c)
  await asyncio.sleep(0)
  try: await c
  except RuntimeError as e: print(e)
  print(await t)
  async def self_await(): await me
  me = asyncio.create_task(self_await(), name="me")
  try: await me
  except RuntimeError as e: print(str(e).split(":")[0].split("<")[0])
asyncio.run(main())
