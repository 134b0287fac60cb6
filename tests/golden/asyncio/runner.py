# Runner keeps a loop and a context for several runs.
import asyncio, contextvars
var = contextvars.ContextVar("var", default=0)
async def bump():
  var.set(var.get() + 1)
  return var.get()
with asyncio.Runner() as runner:
  print(runner.run(bump()), runner.run(bump()), runner.run(bump()))
  loop = runner.get_loop()
  print(loop.is_running(), loop.is_closed())
print(loop.is_closed(), var.get())
c = bump()
try:
  runner.run(c)
except RuntimeError as e:
  print(e)
c.close()
