# A pipeline of three stages over bounded queues keeps order and ends by sentinels.
import asyncio
async def stage(name, source, target, f):
  while (x := await source.get()) is not None:
    y = f(x)
    print(name, x, "->", y)
    await target.put(y)
  await target.put(None)
async def main():
  a, b, c = asyncio.Queue(1), asyncio.Queue(2), asyncio.Queue()
  async def feed():
    for n in range(5): await a.put(n)
    await a.put(None)
  await asyncio.gather(feed(), stage("square", a, b, lambda n: n * n), stage("text", b, c, str))
  print([c.get_nowait() for _ in range(c.qsize())])
asyncio.run(main())
