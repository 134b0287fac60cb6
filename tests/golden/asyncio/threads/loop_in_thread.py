# A loop in a thread of its own, driven from the main thread.
import asyncio, threading
loop = asyncio.new_event_loop()
def run():
  asyncio.set_event_loop(loop)
  loop.run_forever()
  print("loop ended", asyncio.get_event_loop() is loop)
t = threading.Thread(target=run, name="loop thread")
t.start()
async def where():
  await asyncio.sleep(0)
  return threading.current_thread().name, asyncio.get_running_loop() is loop
print(asyncio.run_coroutine_threadsafe(where(), loop).result())
async def main(): return threading.current_thread().name
print(asyncio.run(main()))
loop.call_soon_threadsafe(loop.stop)
t.join()
loop.close()
