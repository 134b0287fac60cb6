# Timers with equal and different deadlines, cancelled ones, timers set by timers.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  now = loop.time()
  log = []
  for i, delay in enumerate((0.003, 0.001, 0.002, 0.004)):
    loop.call_at(now + delay, log.append, (delay, i))
  gone = loop.call_at(now + 0.002, log.append, "never")
  gone.cancel()
  handles = [loop.call_later(1000, print) for _ in range(300)]
  for h in handles: h.cancel()
  await asyncio.sleep(0.006)
  for entry in log: print(entry)
asyncio.run(main())
