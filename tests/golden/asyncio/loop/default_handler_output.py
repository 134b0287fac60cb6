# What the default exception handler writes to stderr.
import asyncio
loop = asyncio.new_event_loop()
def fail(x): raise ValueError(x)
loop.call_soon(fail, "in a callback")
loop.call_soon(loop.stop)
loop.run_forever()
loop.call_exception_handler({"message": "by hand", "number": 5})
async def main():
  async def child(): raise KeyError("child")
  t = asyncio.create_task(child(), name="child")
  await asyncio.sleep(0)
loop.close()
