# Timers fire by time; equal times fire in the order they were made; cancelled ones do not.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  t = loop.time() + 0.005
  loop.call_at(t + 0.004, print, "late")
  for i in range(4): loop.call_at(t, print, "same", i)
  loop.call_later(0.001, print, "first")
  h = loop.call_later(0.002, print, "cancelled")
  print(h.cancelled(), h.when() > loop.time())
  h.cancel()
  loop.call_later(0, print, "zero")
  loop.call_soon(print, "soon")
  await asyncio.sleep(0.02)
asyncio.run(main())
