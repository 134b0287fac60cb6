# What a coroutine yields wrongly comes back as RuntimeError inside of it.
import asyncio, types
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
def clean(e): return no_address(str(e)).replace(__file__, "FILE")
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
