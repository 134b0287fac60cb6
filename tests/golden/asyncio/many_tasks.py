# Thousands of tasks on one event, in order.
import asyncio
async def w(e, n, out):
  await e.wait()
  out.append(n)
async def main():
  e, out = asyncio.Event(), []
  ts = [asyncio.create_task(w(e, n, out)) for n in range(3000)]
  await asyncio.sleep(0)
  e.set()
  await asyncio.gather(*ts)
  print(len(out), out == sorted(out), out[:3])
asyncio.run(main())
