# Tasks that are given the same context see each other's changes.
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def add(n):
  for _ in range(n):
    var.set(var.get() + 1)
    await asyncio.sleep(0)
async def main():
  ctx = contextvars.copy_context()
  await asyncio.gather(*(asyncio.create_task(add(i), context=ctx) for i in range(1, 4)))
  print(ctx[var], var.get())
  async def inner():
    try: ctx.run(print)
    except RuntimeError as e: print(str(e).partition("<")[0], str(e).rpartition(">")[2])
  await asyncio.create_task(inner(), context=ctx)
  ctx.run(print, "free again")
asyncio.run(main())
