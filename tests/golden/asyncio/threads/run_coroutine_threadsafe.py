# run_coroutine_threadsafe: results, errors, cancellation and timeouts from another thread.
import asyncio, threading, concurrent.futures
async def value(x): await asyncio.sleep(0); return x
async def fail(): raise KeyError("in the loop")
async def forever():
  try: await asyncio.sleep(100)
  except asyncio.CancelledError: print("coroutine cancelled"); raise
def other(loop, lines):
  run = asyncio.run_coroutine_threadsafe
  lines.append(run(value(1), loop).result())
  try: run(fail(), loop).result()
  except KeyError as e: lines.append(repr(e))
  f = run(forever(), loop)
  try: f.result(timeout=0.002)
  except concurrent.futures.TimeoutError: lines.append("timeout")
  lines.append((f.cancel(), f.cancelled()))
  try: f.result()
  except concurrent.futures.CancelledError: lines.append("CancelledError")
  try: run(5, loop)
  except TypeError as e: lines.append(str(e))
async def main():
  lines = []
  await asyncio.to_thread(other, asyncio.get_running_loop(), lines)
  await asyncio.sleep(0.001)
  for line in lines: print(line)
asyncio.run(main())
