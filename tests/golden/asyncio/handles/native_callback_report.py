# The report of a callback without a frame of its own still has a traceback, which begins in the loop.
import asyncio, contextlib, io

loop = asyncio.new_event_loop()
for callback in (5, int), (len, 5), (print, 1, 2):
    loop.call_soon(*callback)
loop.call_soon(loop.stop)
text = io.StringIO()
import logging
logging.getLogger("asyncio").addHandler(logging.StreamHandler(text))
loop.run_forever()
loop.close()
for line in text.getvalue().splitlines():
    if not line.startswith("  "):
        print(line.partition(" at ")[0])
