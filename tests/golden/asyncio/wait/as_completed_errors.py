# as_completed: order of completion, errors, timeout, duplicates.
import asyncio
async def after(n, error=None):
  for _ in range(n): await asyncio.sleep(0)
  if error: raise error
  return n
async def main():
  for c in asyncio.as_completed([after(5), after(1), after(3, KeyError("k"))]):
    try: print(await c)
    except KeyError as e: print("error", e)
  for c in asyncio.as_completed([asyncio.sleep(10), after(1)], timeout=0.005):
    try: print(await c)
    except asyncio.TimeoutError as e: print("timeout", repr(e), e.__cause__)
  t = asyncio.create_task(after(1))
  print([await c for c in asyncio.as_completed([t, t, t])])
  for bad in (t, after(1)):
    try: list(asyncio.as_completed(bad))
    except TypeError as e: print(e)
    if asyncio.iscoroutine(bad): bad.close()
  print(list(asyncio.as_completed([])))
asyncio.run(main(), debug=False)
