# Runner: several runs in one loop, context kept, states and errors.
import asyncio, contextvars
var = contextvars.ContextVar("var", default="unset")
async def set_it(v):
  old = var.get()
  var.set(v)
  return old
with asyncio.Runner() as runner:
  print(runner.run(set_it("a")), runner.run(set_it("b")), runner.run(set_it("c")))
  loop = runner.get_loop()
  print(loop.is_running(), loop is runner.get_loop())
  ctx = contextvars.copy_context()
  print(runner.run(set_it("own"), context=ctx), ctx[var])
  try: runner.run(5)
  except ValueError as e: print(e)
print(var.get(), loop.is_closed())
c = set_it(1)
for call in (lambda: runner.run(c), runner.get_loop):
  try: call()
  except RuntimeError as e: print(e)
c.close()
runner.close()
fresh = asyncio.Runner(debug=True, loop_factory=asyncio.new_event_loop)
print(fresh.get_loop().get_debug())
fresh.close()
async def nested():
  c = set_it("x")
  try: asyncio.run(c)
  except RuntimeError as e: print(e)
  try: asyncio.Runner().run(c)
  except RuntimeError as e: print(e)
  c.close()
asyncio.run(nested())
print(asyncio.Runner().close())
