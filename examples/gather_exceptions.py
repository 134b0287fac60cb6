"""gather keeps the order of its arguments; return_exceptions turns failures into results."""

import asyncio


async def job(number):
  await asyncio.sleep(0.003 * (5 - number))
  print("job", number, "ends")
  if number == 3:
    raise ValueError(f"job {number} failed")
  return number * 10


async def main():
  results = await asyncio.gather(*(job(n) for n in range(5)), return_exceptions=True)
  print(results)

  try:
    await asyncio.gather(job(4), job(3), job(1))
  except ValueError as error:
    print("gather raised:", error)
  # The others were not cancelled; give the slowest time to end.
  await asyncio.sleep(0.02)


asyncio.run(main())
