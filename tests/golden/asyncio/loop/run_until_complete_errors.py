# run_until_complete and run_forever: states and refusals.
import asyncio
loop = asyncio.new_event_loop()
async def nothing(): return "result"
print(loop.run_until_complete(nothing()))
f = loop.create_future()
loop.call_soon(loop.stop)
try: loop.run_until_complete(f)
except RuntimeError as e: print(e)
async def inside():
  for call in (loop.run_forever, lambda: loop.run_until_complete(f), loop.close):
    try: call()
    except RuntimeError as e: print(e)
  other = asyncio.new_event_loop()
  try: other.run_forever()
  except RuntimeError as e: print(e)
  try: other.run_until_complete(other.create_future())
  except RuntimeError as e: print(e)
  other.close()
loop.run_until_complete(inside())
other = asyncio.new_event_loop()
try: loop.run_until_complete(other.create_future())
except ValueError as e: print(e)
other.close()
try: loop.run_until_complete(5)
except TypeError as e: print(e)
loop.close()
loop.close()
c = nothing()
for call in (lambda: loop.run_until_complete(c), loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print),
             lambda: loop.call_soon_threadsafe(print), lambda: loop.create_task(c), lambda: loop.run_in_executor(None, print)):
  try: call()
  except RuntimeError as e: print(e)
c.close()
print(loop.is_closed(), loop.is_running())
