# run_in_executor and to_thread give results and exceptions of threads.
import asyncio, time
from concurrent.futures import ThreadPoolExecutor
def slow(n):
  time.sleep(0.005)
  return n * n
def bad(): raise ValueError("in a thread")
async def main():
  loop = asyncio.get_running_loop()
  print(await asyncio.gather(*(loop.run_in_executor(None, slow, n) for n in range(4))))
  try: await loop.run_in_executor(None, bad)
  except ValueError as e: print(e)
  with ThreadPoolExecutor(1) as pool:
    print(await loop.run_in_executor(pool, slow, 9))
  print(await asyncio.to_thread(sorted, [3, 1, 2], reverse=True))
asyncio.run(main())
