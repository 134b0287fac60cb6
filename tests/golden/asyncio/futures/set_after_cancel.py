# A result that comes after the cancellation; callbacks added in callbacks.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  f = loop.create_future()
  def first(fut):
    print("first", fut.cancelled())
    fut.add_done_callback(lambda _: print("added inside"))
  f.add_done_callback(first)
  loop.call_soon(f.cancel)
  await asyncio.sleep(0)
  try: f.set_result(1)
  except asyncio.InvalidStateError as e: print(e)
  await asyncio.sleep(0); await asyncio.sleep(0)
  g = loop.create_future()
  async def waiter():
    try: return await g
    except asyncio.CancelledError: return "cancelled"
  ts = [asyncio.create_task(waiter()) for _ in range(3)]
  await asyncio.sleep(0)
  ts[1].cancel()
  print(g.cancelled())
  print(await asyncio.gather(*ts))
asyncio.run(main())
