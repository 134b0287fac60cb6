# as_completed as an asynchronous iterator gives the futures themselves: output of Python 3.13.
import asyncio
async def after(n, error=None):
  for _ in range(n): await asyncio.sleep(0)
  if error: raise error
  return n
async def main():
  tasks = [asyncio.create_task(after(n)) for n in (5, 1, 3)]
  async for t in asyncio.as_completed(tasks):
    print(t in tasks, t.done(), await t, t.result())
  async for f in asyncio.as_completed([after(2), after(1, KeyError("k"))]):
    try: print(type(f).__name__, await f)
    except KeyError as e: print("error", e)
  try:
    async for f in asyncio.as_completed([asyncio.sleep(10), after(1)], timeout=0.005): print(await f)
  except TimeoutError: print("timeout")
  it = asyncio.as_completed([after(1), after(2)])
  print(await (await anext(it)), await next(it))
  try: next(it)
  except StopIteration: print("StopIteration")
  async for f in asyncio.as_completed([]): print("never")
asyncio.run(main())
