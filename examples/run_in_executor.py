"""A blocking function becomes awaitable in a thread: the loop goes on meanwhile."""

import asyncio
import concurrent.futures
import time


def download(url):
  """Stands for a library that knows nothing of asyncio."""
  time.sleep(0.02)
  return f"<html of {url}>"


async def fetch(url):
  loop = asyncio.get_running_loop()
  return await loop.run_in_executor(None, download, url)


async def heartbeat(beats):
  while True:
    beats.append("beat")
    await asyncio.sleep(0.002)


async def main():
  beats = []
  heart = asyncio.create_task(heartbeat(beats))

  pages = await asyncio.gather(*(fetch(url) for url in ("a.org", "b.org", "c.org")))
  for page in pages:
    print(page)
  print("the loop kept running:", len(beats) >= 2)
  heart.cancel()

  done, pending = await asyncio.wait([asyncio.create_task(fetch(u)) for u in ("d.org", "e.org")])
  print(sorted(task.result() for task in done), len(pending))

  with concurrent.futures.ThreadPoolExecutor(max_workers=1) as pool:
    loop = asyncio.get_running_loop()
    print("own pool:", await loop.run_in_executor(pool, sum, range(10)))

  print("to_thread:", await asyncio.to_thread(download, url="f.org"))


asyncio.run(main())
