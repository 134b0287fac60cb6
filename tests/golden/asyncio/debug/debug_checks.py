# Debug mode checks callbacks and threads.
import asyncio, threading
loop = asyncio.new_event_loop()
loop.set_debug(True)
print(loop.get_debug(), loop)
async def coro(): pass
c = coro()
for call in (lambda: loop.call_soon(coro), lambda: loop.call_soon(c), lambda: loop.call_soon(5), lambda: loop.call_later(1, c), lambda: loop.call_at(1, None),
             lambda: loop.call_soon_threadsafe(coro), lambda: loop.run_in_executor(None, coro)):
  try: call()
  except TypeError as e: print(str(e).partition(" at 0x")[0])
c.close()
async def main():
  errors = []
  def other():
    for call in (lambda: loop.call_soon(print), lambda: loop.call_later(0, print)):
      try: call()
      except RuntimeError as e: errors.append(str(e))
    loop.call_soon_threadsafe(errors.append, "from the thread")
  t = threading.Thread(target=other); t.start(); t.join()
  await asyncio.sleep(0.001)
  for e in errors: print(e)
loop.run_until_complete(main())
loop.close()
