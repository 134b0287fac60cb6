# Task(eager_start=True) of Python 3.12: output of 3.12.
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def work():
  var.set(var.get() + 1)
  me = asyncio.current_task()
  await asyncio.sleep(0)
  return me, var.get()
async def main():
  loop = asyncio.get_running_loop()
  t = asyncio.Task(work(), loop=loop, eager_start=True, name="eager")
  print(t.done(), var.get(), t in asyncio.all_tasks())
  me, value = await t
  print(me is t, value, var.get())
  async def cancel_self():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
  c = asyncio.Task(cancel_self(), loop=loop, eager_start=True)
  try: await c
  except asyncio.CancelledError: print("cancelled")
asyncio.run(main())
