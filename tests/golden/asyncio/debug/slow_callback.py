# Debug mode logs callbacks and steps that take longer than slow_callback_duration.
import asyncio, time, logging, io
stream = io.StringIO()
logging.getLogger("asyncio").addHandler(logging.StreamHandler(stream))
logging.getLogger("asyncio").propagate = False
def slow(): time.sleep(0.22)
async def main():
  loop = asyncio.get_running_loop()
  print(loop.slow_callback_duration)
  loop.slow_callback_duration = 0.2
  loop.call_soon(slow)
  await asyncio.sleep(0)
  await asyncio.sleep(0)
  async def slow_task(): slow()
  await asyncio.create_task(slow_task(), name="slow")
  loop.slow_callback_duration = 10
asyncio.run(main(), debug=True)
for line in stream.getvalue().splitlines():
  if line.startswith("Executing"): print(line.replace(__file__, "FILE").partition(" created at")[0].partition(" took ")[0], line.endswith("seconds"))
