# Timers fire by time, whatever the order they were made in; cancelled ones do not.
import asyncio
async def main():
  loop = asyncio.get_running_loop()
  t = loop.time() + 0.02
  loop.call_at(t + 0.01, print, "late")
  for i in (2, 0, 3, 1): loop.call_at(t + i * 0.001, print, "timer", i)
  loop.call_at(t - 0.01, print, "first")
  h = loop.call_at(t - 0.005, print, "cancelled")
  print(h.cancelled(), h.when() == t - 0.005)
  h.cancel()
  loop.call_at(t - 1, print, "past")
  loop.call_soon(print, "soon")
  done = loop.create_future()
  loop.call_at(t + 0.02, done.set_result, None)
  await done
asyncio.run(main())
