# get_stack and print_stack of suspended, finished, failed and running tasks. A running one has the frames that run the loop too.
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
  def mine(frames):
    return [frame.f_code.co_name for frame in frames if frame.f_code.co_filename == __file__]
  async def running():
    task = asyncio.current_task()
    print(mine(task.get_stack()), mine(task.get_stack(limit=1)), task.get_coro().cr_frame.f_back is not None)
  await running()
  await asyncio.create_task(running())
asyncio.run(main())
