# Asynchronous comprehensions of all kinds, and await inside ordinary ones.
import asyncio
async def gen(n):
  for i in range(n):
    await asyncio.sleep(0)
    yield i
async def double(x):
  await asyncio.sleep(0)
  return x * 2
async def main():
  print([x async for x in gen(4)], {x async for x in gen(3)}, {x: x * x async for x in gen(3)})
  print([await double(x) for x in range(3)], [await double(x) async for x in gen(5) if x % 2], [y async for x in gen(3) for y in range(x)])
  print([x for x in [z async for z in gen(3)]], [[y async for y in gen(x)] for x in range(3)])
  g = (x async for x in gen(3) if x)
  print(type(g).__name__, [x async for x in g])
  h = (await double(x) for x in range(3))
  print(type(h).__name__, [x async for x in h])
  print(sum([x async for x in gen(5)]), await double(await double(1)))
asyncio.run(main())
