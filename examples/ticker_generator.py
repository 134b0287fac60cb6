"""The same ticker as an asynchronous generator: a fraction of the code."""

import asyncio


async def ticker(delay, to):
  """Yield numbers from 0 to `to` every `delay` seconds."""
  for i in range(to):
    yield i
    await asyncio.sleep(delay)


async def powers_of_two(limit):
  value = 1
  for _ in range(limit):
    yield value
    value *= 2


async def main():
  async for i in ticker(0.001, 5):
    print("tick", i)

  g = []
  async for i in powers_of_two(5):
    g.append(i)
  print(g)
  print([n async for n in powers_of_two(8) if n > 10])

  # Two tickers side by side.
  async def show(name, delay, to):
    async for i in ticker(delay, to):
      print(name, i)

  await asyncio.gather(show("left", 0, 2), show("right", 0, 2))


asyncio.run(main())
