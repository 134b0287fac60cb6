# KeyboardInterrupt and SystemExit leave the loop at once and are also the task's exception.
import asyncio
async def boom(error):
  await asyncio.sleep(0)
  raise error
async def witness():
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    print("witness cancelled")
    raise
for error in (KeyboardInterrupt("k"), SystemExit(3)):
  tasks = []
  async def main():
    tasks.append(asyncio.create_task(boom(error)))
    tasks.append(asyncio.create_task(witness()))
    await asyncio.sleep(10)
  try: asyncio.run(main())
  except BaseException as e: print(type(e).__name__, e.args)
  print(repr(tasks[0].exception()), tasks[1].cancelled())
loop = asyncio.new_event_loop()
t = loop.create_task(boom(SystemExit(1)))
try: loop.run_forever()
except SystemExit as e: print("run_forever", e.args)
print(t.done(), loop.is_running())
t.exception()
loop.call_soon(loop.stop)
loop.run_forever()
def callback(): raise KeyboardInterrupt("cb")
loop.call_soon(callback)
try: loop.run_forever()
except KeyboardInterrupt as e: print(e.args)
loop.close()
