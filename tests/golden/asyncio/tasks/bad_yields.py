# What a coroutine yields wrongly comes back as RuntimeError inside of it.
import asyncio, types, re
def clean(e): return re.sub(r"0x[0-9a-f]+", "0x", str(e)).replace(__file__, "FILE")
@types.coroutine
def raw(value): return (yield value)
async def attempt(label, value):
  try: print(label, "gave", await raw(value))
  except RuntimeError as e: print(label, clean(e))
async def body():
  loop = asyncio.get_running_loop()
  await attempt("None", None)
  await attempt("number", 42)
  await attempt("text", "x")
  f = loop.create_future()
  await attempt("future", f)
  def gen(): yield
  await attempt("generator", gen())
  await attempt("task itself", asyncio.current_task())
  other = asyncio.new_event_loop()
  g = asyncio.Future(loop=other)
  try: await g
  except RuntimeError as e: print(clean(e))
  other.close()
async def main(): await asyncio.create_task(body(), name="body")
asyncio.run(main())
