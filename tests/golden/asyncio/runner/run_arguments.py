# asyncio.run: debug, results, errors, what it refuses.
import asyncio
async def debug(): return asyncio.get_running_loop().get_debug()
print(asyncio.run(debug()), asyncio.run(debug(), debug=True), asyncio.run(debug(), debug=False))
for bad in (5, None, debug):
  try: asyncio.run(bad)
  except (ValueError, TypeError) as e: print(type(e).__name__, str(e).partition(" at 0x")[0])
async def fail(): raise LookupError("passes through")
try: asyncio.run(fail())
except LookupError as e: print(e)
async def cancelled(): raise asyncio.CancelledError("own")
try: asyncio.run(cancelled())
except asyncio.CancelledError as e: print("CancelledError", e.args)
async def gen(): yield 1
try: asyncio.run(gen())
except ValueError as e: print("ValueError", str(e).partition(" at 0x")[0])
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
