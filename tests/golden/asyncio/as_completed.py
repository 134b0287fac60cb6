# as_completed gives awaitables in the order of completion, with errors and a timeout.
import asyncio
async def job(n, bad=False):
  for _ in range(n):
    await asyncio.sleep(0)
  if bad: raise ValueError(n)
  return n
async def main():
  for c in asyncio.as_completed([job(5), job(1), job(3, True), job(2)]):
    try:
      print(await c)
    except ValueError as e:
      print("error", e)
  try:
    for c in asyncio.as_completed([job(0), asyncio.sleep(10)], timeout=0.05):
      print(await c)
  except TimeoutError as e:
    print("timeout", repr(e))
asyncio.run(main())
