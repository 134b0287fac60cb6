# Awaits and tasks nested deeply.
import asyncio, sys
async def down(n): return 0 if n == 0 else 1 + await down(n - 1)
async def tasks(n): return 0 if n == 0 else 1 + await asyncio.create_task(tasks(n - 1))
async def endless(): await endless()
async def main():
  print(await down(400), await tasks(200))
  try: await endless()
  except RecursionError as e: print("RecursionError")
  f = asyncio.get_running_loop().create_future()
  async def wait(n): return await f if n == 0 else await wait(n - 1)
  t = asyncio.create_task(wait(300)); await asyncio.sleep(0); f.set_result("through"); print(await t)
asyncio.run(main())
