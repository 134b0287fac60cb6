# A done-callback that raises goes to the handler; the others run, the task keeps its result.
import asyncio
async def work(): return "result"
async def main():
  loop = asyncio.get_running_loop()
  loop.set_exception_handler(lambda l, c: print("handler", repr(c["exception"]), c["message"].partition("(")[0]))
  t = asyncio.create_task(work())
  def bad(task): raise ValueError("callback")
  t.add_done_callback(bad)
  t.add_done_callback(lambda task: print("second", task.result()))
  t.add_done_callback(bad)
  print(await t)
  await asyncio.sleep(0)
asyncio.run(main())
