# stop(): the current iteration ends, what it scheduled waits for the next run.
import asyncio
loop = asyncio.new_event_loop()
def step(n):
  print("step", n)
  if n == 2: loop.stop()
  loop.call_soon(step, n + 1) if n < 5 else None
loop.call_soon(step, 0)
loop.run_forever()
print("stopped once")
loop.call_later(0.001, loop.stop)
loop.run_forever()
print("stopped twice")
loop.stop()
loop.call_soon(print, "runs although stop() came before")
loop.run_forever()
loop.call_soon(print, "a"); loop.call_soon(loop.stop); loop.call_soon(print, "b"); loop.call_soon(loop.call_soon, print, "c")
loop.run_forever()
print("between")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
