# Each task has a copy of the context of its creator.
import asyncio, contextvars
v = contextvars.ContextVar("v", default="default")
async def child(n):
  before = v.get()
  v.set(f"child {n}")
  await asyncio.sleep(0)
  return before, v.get()
async def plain(): v.set("by direct await")
async def main():
  v.set("main")
  print(await asyncio.gather(child(1), child(2)))
  print(v.get())
  await plain()
  print(v.get())
  asyncio.get_running_loop().call_soon(lambda: print("callback sees", v.get()))
  v.set("changed later")
  await asyncio.sleep(0)
  ctx = contextvars.copy_context()
  t = asyncio.create_task(child(3), context=ctx)
  await t
  print(ctx[v], v.get())
asyncio.run(main())
print(v.get())
