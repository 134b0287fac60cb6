# Callbacks of tasks see the finished task; errors in them do not stop anybody.
import asyncio
async def job(n):
  await asyncio.sleep(0)
  return n
async def main():
  loop = asyncio.get_running_loop()
  loop.set_exception_handler(lambda l, c: print("handler", repr(c["exception"])))
  seen = []
  ts = [asyncio.create_task(job(n), name=str(n)) for n in range(3)]
  for t in ts: t.add_done_callback(lambda t: seen.append((t.get_name(), t.result())))
  ts[1].add_done_callback(lambda t: 1 / 0)
  await asyncio.gather(*ts)
  print(seen)
  pending = set()
  for n in range(3):
    t = asyncio.create_task(job(n))
    pending.add(t)
    t.add_done_callback(pending.discard)
  await asyncio.sleep(0.001)
  print(len(pending))
asyncio.run(main())
