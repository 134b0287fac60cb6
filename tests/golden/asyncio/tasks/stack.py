# get_stack and print_stack of suspended, finished and failed tasks.
import asyncio, io
async def inner(f): await f
async def outer(f): await inner(f)
async def fail():
  raise ValueError("oops")
async def main():
  f = asyncio.get_running_loop().create_future()
  t = asyncio.create_task(outer(f), name="waiting")
  await asyncio.sleep(0)
  print([frame.f_code.co_name for frame in t.get_stack()])
  out = io.StringIO()
  t.print_stack(file=out)
  print(out.getvalue().replace(__file__, "FILE"))
  f.set_result(None)
  await t
  print(t.get_stack())
  out = io.StringIO()
  t.print_stack(file=out)
  print(out.getvalue().replace(__file__, "FILE"))
  e = asyncio.create_task(fail(), name="failed")
  await asyncio.wait([e])
  e.exception()
  print([frame.f_code.co_name for frame in e.get_stack()], [frame.f_code.co_name for frame in e.get_stack(limit=0)])
  out = io.StringIO()
  e.print_stack(file=out)
  print(out.getvalue().replace(__file__, "FILE"))
asyncio.run(main())
