# In debug mode a task and a future know the whole stack where they were made, a handle its ten newest levels.
import asyncio


def deep(levels, make):
  return deep(levels - 1, make) if levels else make()


async def fail():
  raise ValueError("nobody asks")


async def main():
  loop = asyncio.get_running_loop()
  task = deep(20, lambda: loop.create_task(fail()))
  future = deep(20, loop.create_future)
  handle = deep(20, lambda: loop.call_soon(print, "called"))
  for made in (task, future, handle):
    names = [level.name for level in made._source_traceback]
    print(type(made).__name__, names.count("main"), 21 if names.count("deep") == 21 else "a few")
  await asyncio.wait([task])
  print(repr(task.exception()))


asyncio.run(main(), debug=True)
