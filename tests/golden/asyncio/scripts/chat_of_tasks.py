# Tasks that talk to each other by futures; a ring of a hundred.
import asyncio
async def link(left, right):
  value = await left
  right.set_result(value + 1)
async def main():
  loop = asyncio.get_running_loop()
  first = left = loop.create_future()
  tasks = []
  for _ in range(100):
    right = loop.create_future(); tasks.append(asyncio.create_task(link(left, right))); left = right
  loop.call_soon(first.set_result, 0)
  print(await left, sum(t.done() for t in tasks))
  await asyncio.gather(*tasks)
  async def ping(me, other, n):
    for _ in range(n): x = await me.get(); await other.put(x + 1)
    return x
  a, b = asyncio.Queue(), asyncio.Queue()
  await a.put(0)
  print(await asyncio.gather(ping(a, b, 50), ping(b, a, 50)))
asyncio.run(main())
