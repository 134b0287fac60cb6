# call_soon_threadsafe wakes a waiting loop; callbacks keep their order.
import asyncio, threading
async def main():
  loop = asyncio.get_running_loop()
  done = loop.create_future()
  got = []
  def other():
    for i in range(5): loop.call_soon_threadsafe(got.append, i)
    loop.call_soon_threadsafe(done.set_result, threading.current_thread().name)
  t = threading.Thread(target=other, name="other")
  t.start()
  print(await done, got)
  t.join()
asyncio.run(main())
