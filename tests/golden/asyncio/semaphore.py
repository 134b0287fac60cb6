# Semaphore limits how many are inside; BoundedSemaphore refuses too many releases.
import asyncio
async def job(n, s, log):
  async with s:
    log.append(1)
    print("in", n, "count", len(log))
    await asyncio.sleep(0)
    log.pop()
async def main():
  s, log = asyncio.Semaphore(2), []
  await asyncio.gather(*(job(n, s, log) for n in range(5)))
  print(s.locked())
  s = asyncio.Semaphore(0)
  print(s.locked())
  t = asyncio.create_task(s.acquire())
  await asyncio.sleep(0)
  s.release()
  print(await t)
  b = asyncio.BoundedSemaphore(1)
  try: b.release()
  except ValueError as e: print(e)
  try: asyncio.Semaphore(-1)
  except ValueError as e: print(e)
asyncio.run(main())
