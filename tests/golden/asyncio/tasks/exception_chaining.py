# __cause__ and __context__ across tasks, gather and timeouts.
import asyncio
async def fail(): raise ValueError("inner")
async def wrap():
  try: await asyncio.create_task(fail())
  except ValueError as e: raise RuntimeError("outer") from e
async def during_cancel():
  try: await asyncio.sleep(100)
  except asyncio.CancelledError: raise KeyError("while cancelled")
def chain(e):
  while e: yield type(e).__name__; e = e.__cause__ or e.__context__
async def main():
  for c in (wrap(), asyncio.gather(wrap())):
    try: await c
    except RuntimeError as e: print(*chain(e))
  t = asyncio.create_task(during_cancel()); await asyncio.sleep(0); t.cancel()
  try: await t
  except KeyError as e: print(*chain(e))
  try: await asyncio.wait_for(asyncio.sleep(100), 0.001)
  except TimeoutError as e: print(*chain(e))
  try:
    async with asyncio.timeout(0.001): await asyncio.sleep(100)
  except TimeoutError as e: print(*chain(e))
asyncio.run(main())
