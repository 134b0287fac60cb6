# Event: waiters wake in order; clear makes the next ones wait.
import asyncio
async def w(n, e):
  print("wait", n)
  print("woke", n, await e.wait())
async def main():
  e = asyncio.Event()
  ts = [asyncio.create_task(w(n, e)) for n in range(3)]
  await asyncio.sleep(0)
  print(e.is_set())
  e.set()
  e.clear()
  await asyncio.gather(*ts)
  print(e.is_set())
  e.set()
  print(await e.wait())
asyncio.run(main())
