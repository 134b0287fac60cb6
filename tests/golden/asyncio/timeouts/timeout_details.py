# timeout(): expired, reschedule, when, repr, nesting, errors.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  try:
    async with asyncio.timeout(0.001) as t:
      print(t.expired(), t.when() > loop.time())
      await asyncio.sleep(10)
  except TimeoutError as e:
    print("timeout", repr(e), type(e.__cause__).__name__, t.expired(), repr(t))
  async with asyncio.timeout(None) as t:
    print(t.when(), repr(t))
    t.reschedule(None)
  print(t.expired(), repr(t))
  try: t.reschedule(5)
  except RuntimeError as e: print(e)
  t = asyncio.timeout(1)
  try: t.reschedule(5)
  except RuntimeError as e: print(e)
  print(repr(t))
  async with t: pass
  try:
    async with t: pass
  except RuntimeError as e: print(e)
  try:
    async with asyncio.timeout(10):
      async with asyncio.timeout(0.001) as inner:
        await asyncio.sleep(10)
  except TimeoutError: print("inner", inner.expired())
  try:
    async with asyncio.timeout(0.001) as outer:
      try:
        async with asyncio.timeout(10) as inner:
          await asyncio.sleep(20)
      except TimeoutError: print("never")
  except TimeoutError: print("outer", outer.expired(), inner.expired())
  try:
    async with asyncio.timeout_at(loop.time() - 1):
      print("begins")
      await asyncio.sleep(0)
  except TimeoutError: print("in the past", asyncio.current_task().cancelling())
  try:
    async with asyncio.timeout(0.001):
      try: await asyncio.sleep(10)
      except asyncio.CancelledError: raise ValueError("own error")
  except ValueError as e: print(e, asyncio.current_task().cancelling())
  async with asyncio.timeout(0):
    print("no await, no timeout")
try: asyncio.run(main())
except TimeoutError as e: print("main", repr(e))
t = asyncio.Timeout(None)
try: t.__aenter__().send(None)
except RuntimeError as e: print(e)
