# The first exception goes to the waiter; the other children go on.
import asyncio
async def job(n, bad=False):
  for _ in range(n):
    await asyncio.sleep(0)
  print("end", n)
  if bad:
    raise ValueError(n)
  return n
async def main():
  try:
    await asyncio.gather(job(1), job(2, True), job(4), job(3, True))
  except ValueError as e:
    print("caught", e)
  await asyncio.sleep(0.001)
  r = await asyncio.gather(job(1), job(2, True), job(0), return_exceptions=True)
  print(r)
asyncio.run(main())
