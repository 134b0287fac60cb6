# Several tasks wait on one future and wake in the order they began to wait.
import asyncio
async def w(n, f):
  try:
    print(n, await f)
  except Exception as e:
    print(n, repr(e))
async def main():
  loop = asyncio.get_running_loop()
  for setter in (lambda f: f.set_result("r"), lambda f: f.set_exception(OSError("x"))):
    f = loop.create_future()
    ts = [asyncio.create_task(w(n, f)) for n in range(3)]
    await asyncio.sleep(0)
    setter(f)
    loop.call_soon(print, "callback after the waiters")
    await asyncio.gather(*ts)
  f = loop.create_future()
  ts = [asyncio.create_task(w(n, f)) for n in range(2)]
  await asyncio.sleep(0)
  ts[0].cancel()
  await asyncio.sleep(0)
  print("one waiter's cancellation cancels the future:", f.cancelled(), ts[1].done())
  await asyncio.wait(ts)
  print([t.cancelled() for t in ts])
asyncio.run(main())
