# A loop class that overrides call_soon and call_at sees every step, also those of tasks.
import asyncio

class Tracing(asyncio.SelectorEventLoop):
  log = None
  def call_soon(self, callback, *args, context=None):
    if self.log is not None:
      self.log.append(("soon", getattr(callback, "__name__", type(callback).__name__)))
    return super().call_soon(callback, *args, context=context)
  def call_at(self, when, callback, *args, context=None):
    if self.log is not None:
      self.log.append(("at", callback.__name__))
    return super().call_at(when, callback, *args, context=context)

async def child():
  await asyncio.sleep(0)
  return 1

async def main():
  loop = asyncio.get_running_loop()
  loop.log = []
  task = loop.create_task(child())
  print(await task)
  await asyncio.sleep(0.001)
  future = loop.create_future()
  future.add_done_callback(lambda f: None)
  future.set_result(None)
  await asyncio.sleep(0)
  log, loop.log = loop.log, None
  for entry in log:
    print(*entry)

loop = Tracing()
loop.run_until_complete(main())
loop.close()
