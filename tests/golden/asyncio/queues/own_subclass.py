# A queue of one's own by _init, _put and _get.
import asyncio
class UniqueQueue(asyncio.Queue):
  def _init(self, maxsize): self._items = {}
  def _put(self, item): self._items[item] = True
  def _get(self): return self._items.popitem()[0]
  def qsize(self): return len(self._items)
  def empty(self): return not self._items
async def main():
  q = UniqueQueue()
  for x in "aabbc": await q.put(x)
  print(q.qsize(), [q.get_nowait() for _ in range(q.qsize())])
  t = asyncio.create_task(q.get())
  await asyncio.sleep(0)
  await q.put("late")
  print(await t)
asyncio.run(main())
