"""What can be asked of a task: its name, its state, its result."""

import asyncio


async def task_coroutine(outcome):
  await asyncio.sleep(0.001)
  if outcome == "fail":
    raise ValueError("it failed")
  if outcome == "hang":
    await asyncio.sleep(10)
  return 42


def describe(task):
  """Get the result of a task and handle every way it can be missing."""
  try:
    value = task.result()
  except asyncio.CancelledError:
    return "was cancelled"
  except asyncio.InvalidStateError:
    return "is not yet done"
  except Exception as error:
    return f"failed with {error!r}"
  return f"returned {value}"


async def main():
  task = asyncio.create_task(task_coroutine("fine"), name="MyTask")
  print(task.get_name(), "done:", task.done(), "cancelled:", task.cancelled())
  print("  ", describe(task))
  await task
  print("  ", describe(task))

  failing = asyncio.create_task(task_coroutine("fail"))
  await asyncio.wait([failing])
  print("failing", describe(failing))

  hanging = asyncio.create_task(task_coroutine("hang"))
  await asyncio.sleep(0.003)
  hanging.cancel()
  await asyncio.wait([hanging])
  print("hanging", describe(hanging))

  background = [asyncio.create_task(task_coroutine("fine"), name=f"bg-{n}") for n in range(3)]
  print(sorted(t.get_name() for t in asyncio.all_tasks() if t.get_name().startswith("bg")))
  print("current:", asyncio.current_task() in asyncio.all_tasks())
  await asyncio.gather(*background)


asyncio.run(main())
