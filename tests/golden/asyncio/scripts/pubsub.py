# Publish and subscribe over queues, with an asynchronous iterator for each subscriber.
import asyncio
class Hub:
  def __init__(self): self.subscribers = set()
  def publish(self, message):
    for q in self.subscribers: q.put_nowait(message)
class Subscription:
  def __init__(self, hub): self.hub, self.q = hub, asyncio.Queue()
  def __enter__(self): self.hub.subscribers.add(self.q); return self
  def __exit__(self, *exc): self.hub.subscribers.remove(self.q)
  def __aiter__(self): return self
  async def __anext__(self):
    m = await self.q.get()
    if m is None: raise StopAsyncIteration
    return m
async def reader(hub, name, limit):
  got = []
  with Subscription(hub) as s:
    async for m in s:
      got.append(m)
      if len(got) == limit: break
  print(name, got, len(hub.subscribers))
async def main():
  hub = Hub()
  ts = [asyncio.create_task(reader(hub, n, l)) for n, l in (("a", 2), ("b", 10), ("c", 4))]
  await asyncio.sleep(0)
  for i in range(5): hub.publish(i); await asyncio.sleep(0)
  hub.publish(None)
  await asyncio.gather(*ts)
asyncio.run(main())
