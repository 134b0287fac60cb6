"""asyncio.wait: for all, for the first, or for the first error."""

import asyncio


async def work(name, delay, error=None):
  await asyncio.sleep(delay)
  if error:
    raise error
  return name


def make_tasks():
  return [
    asyncio.create_task(work("fast", 0.001), name="fast"),
    asyncio.create_task(work("broken", 0.15, OSError("disk full")), name="broken"),
    asyncio.create_task(work("slow", 0.4), name="slow"),
  ]


def names(tasks):
  return sorted(task.get_name() for task in tasks)


async def main():
  for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
    tasks = make_tasks()
    done, pending = await asyncio.wait(tasks, return_when=mode)
    print(mode, "done:", names(done), "pending:", names(pending))
    await asyncio.gather(*tasks, return_exceptions=True)

  tasks = make_tasks()
  done, pending = await asyncio.wait(tasks, timeout=0.08)
  print("timeout done:", names(done), "pending:", names(pending))
  await asyncio.gather(*tasks, return_exceptions=True)

  print("as completed:", end=" ")
  for next_one in asyncio.as_completed([work("b", 0.1), work("a", 0.001), work("c", 0.2)]):
    print(await next_one, end=" ")
  print()


asyncio.run(main())
