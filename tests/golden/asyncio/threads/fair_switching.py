# A thread that computes without pause does not keep the loop from running.
import asyncio, sys, threading
stop = False
def busy():
  n = 0
  while not stop: n += 1
  return n > 0
async def main():
  global stop
  task = asyncio.create_task(asyncio.to_thread(busy))
  ticks = 0
  for _ in range(20):
    await asyncio.sleep(0.0005)
    ticks += 1
  stop = True
  print(await task, ticks)
print(sys.getswitchinterval())
sys.setswitchinterval(0.001)
print(round(sys.getswitchinterval(), 6))
asyncio.run(main())
for bad in (0, -1):
  try: sys.setswitchinterval(bad)
  except ValueError as e: print(e)
