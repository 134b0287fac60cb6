# Tasks copy the context when they are made; to_thread copies it; run_in_executor does not; threads start with an empty one.
import asyncio, contextvars, threading
var = contextvars.ContextVar("var", default="default")
async def child(label):
  print(label, var.get())
  var.set(label)
  await asyncio.sleep(0)
  print(label, var.get())
async def main():
  var.set("main")
  t = asyncio.create_task(child("a"))
  var.set("changed")
  await asyncio.gather(t, child("b"))
  print("main", var.get())
  await child("directly awaited")
  print("main", var.get())
  print("to_thread", await asyncio.to_thread(var.get))
  loop = asyncio.get_running_loop()
  print("executor", await loop.run_in_executor(None, var.get))
  thread = threading.Thread(target=lambda: print("thread", var.get())); thread.start(); thread.join()
  ctx = contextvars.copy_context()
  t = asyncio.create_task(child("own context"), context=ctx)
  await t
  print(ctx[var], var.get(), t.get_coro().cr_frame)
  loop.call_soon(lambda: (print("callback", var.get()), var.set("lost")))
  loop.call_soon(lambda: print("callback", var.get()), context=ctx) if False else None
  await asyncio.sleep(0)
  print("main", var.get())
asyncio.run(main())
print("afterwards", var.get())
