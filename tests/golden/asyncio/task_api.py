# Names, coroutine, results and the wrong uses of a task.
import asyncio
async def job(): return "r"
async def main():
  c = job()
  t = asyncio.create_task(c, name="first")
  print(t.get_name(), t.get_coro() is c, t.done())
  t.set_name(5)
  print(t.get_name(), await t, t.result(), t.exception())
  for f in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
    try: f()
    except RuntimeError as e: print(e)
  async def bad(): raise ValueError("v")
  b = asyncio.create_task(bad())
  try: b.result()
  except asyncio.InvalidStateError as e: print(e)
  await asyncio.wait([b])
  print(repr(b.exception()), b.cancelled(), b.cancel())
  for x in (5, job):
    try: asyncio.create_task(x)
    except TypeError as e: print(str(e).split("<")[0])
  default = asyncio.create_task(job())
  print(default.get_name().startswith("Task-"))
  await default
asyncio.run(main())
