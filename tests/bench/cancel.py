# Tasks that are cancelled while they wait, and waited for.
import asyncio
import time

ROUNDS, WIDTH = 400, 100


async def work(event):
  await event.wait()


async def main():
  event = asyncio.Event()
  cancelled = 0
  for _ in range(ROUNDS):
    tasks = [asyncio.create_task(work(event)) for _ in range(WIDTH)]
    await asyncio.sleep(0)
    for task in tasks:
      task.cancel()
    for outcome in await asyncio.gather(*tasks, return_exceptions=True):
      cancelled += isinstance(outcome, asyncio.CancelledError)
  return cancelled


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("cancel", total)
print(f"# {elapsed / total * 1e9:.1f} ns per op")
