# An exception that nobody looked at is reported by the loop's handler when the future goes.
import asyncio, gc
async def main():
  loop = asyncio.get_running_loop()
  reports = []
  loop.set_exception_handler(lambda l, c: reports.append((c["message"], repr(c["exception"]), sorted(c))))
  def make(error, look):
    f = loop.create_future()
    f.set_exception(error)
    if look: f.exception()
  make(ValueError("seen"), True)
  for _ in range(5): make(ValueError("unseen"), False)
  async def fail(): raise KeyError("task")
  def start(): asyncio.create_task(fail())
  for _ in range(5): start()
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  [[] for _ in range(1000)]
  gc.collect()
  await asyncio.sleep(0)
  for report in sorted({(m, e, tuple(k)) for m, e, k in reports}): print(*report)
asyncio.run(main())
