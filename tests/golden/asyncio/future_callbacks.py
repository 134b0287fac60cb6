# Done callbacks are scheduled in order, also on a finished future; they can be removed.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  a = lambda fut: print("a", fut.result())
  b = lambda fut: print("b")
  f.add_done_callback(a)
  f.add_done_callback(b)
  f.add_done_callback(a)
  print(f.remove_done_callback(b), f.remove_done_callback(b))
  f.set_result(7)
  print("set")
  loop.call_soon(print, "soon")
  f.add_done_callback(lambda fut: print("late"))
  await asyncio.sleep(0)
  print("end")
asyncio.run(main())
