# Hundreds of tasks with timeouts, of which some expire.
import asyncio
async def work(n):
  try:
    async with asyncio.timeout(0.001 if n % 3 == 0 else 60):
      await (asyncio.sleep(50) if n % 3 == 0 else asyncio.sleep(0))
    return "done"
  except TimeoutError: return "timeout"
async def main():
  r = await asyncio.gather(*(work(n) for n in range(300)))
  print(r.count("done"), r.count("timeout"), len(asyncio.all_tasks()))
  r = await asyncio.gather(*(asyncio.wait_for(asyncio.sleep(0, n), 10) for n in range(300)))
  print(sum(r))
asyncio.run(main())
