# Callbacks that schedule the next one, and done callbacks of futures.
import asyncio
import time

COUNT = 150_000


async def main():
  loop = asyncio.get_running_loop()
  done = loop.create_future()
  left = COUNT

  def step(_=None):
    nonlocal left
    left -= 1
    if left == 0:
      done.set_result(COUNT)
    elif left % 2:
      loop.call_soon(step)
    else:
      future = loop.create_future()
      future.add_done_callback(step)
      future.set_result(None)

  loop.call_soon(step)
  return await done


start = time.perf_counter()
total = asyncio.run(main())
elapsed = time.perf_counter() - start
print("call_soon", total)
print(f"# {elapsed / COUNT * 1e9:.1f} ns per op")
