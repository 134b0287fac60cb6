# Debug mode: reprs and reports say where futures, tasks and handles were made.
import asyncio
def clean(o): return repr(o).replace(__file__, "FILE")
async def work(): await asyncio.sleep(0)
def callback(): raise ValueError("x")
async def main():
  loop = asyncio.get_running_loop()
  f = asyncio.Future(loop=loop)
  print(clean(f))
  t = loop.create_task(work(), name="t")
  print(clean(t))
  print(t._source_traceback[-1].line, f._source_traceback[-1].name)
  await t
  h = loop.call_soon(print, "called")
  print(clean(h))
  later = loop.call_later(100, print)
  print(clean(later).replace(f"when={later.when()}", "when=W"))
  later.cancel()
  print(clean(later).replace(f"when={later.when()}", "when=W"))
  contexts = []
  loop.set_exception_handler(lambda l, c: contexts.append(c))
  loop.call_soon(callback)
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  print(sorted(contexts[0]), contexts[0]["source_traceback"][-1].line)
  g = asyncio.Future()
  print(clean(g))
asyncio.run(main(), debug=True)
