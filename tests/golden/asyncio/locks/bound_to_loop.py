# A primitive belongs to the loop in which somebody first had to wait.
import asyncio
def no_address(text):
  head, *rest = text.split("0x")
  return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in rest)
lock = asyncio.Lock()
queue = asyncio.Queue()
async def use():
  await lock.acquire()
  t = asyncio.create_task(lock.acquire())
  await asyncio.sleep(0)
  t.cancel()
  await asyncio.gather(t, return_exceptions=True)
  lock.release()
async def wait_queue():
  try: await asyncio.wait_for(queue.get(), 0.001)
  except asyncio.TimeoutError: print("nothing there")
asyncio.run(use())
try: asyncio.run(use())
except RuntimeError as e: print(no_address(str(e)))
lock._locked = False
asyncio.run(wait_queue())
try: asyncio.run(wait_queue())
except RuntimeError as e: print(no_address(str(e)))
for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Queue):
  try: cls(loop=None)
  except TypeError as e: print(cls.__name__, "TypeError")
