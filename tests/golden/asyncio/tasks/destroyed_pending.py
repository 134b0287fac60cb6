# A task that is dropped unfinished is reported by the handler of its loop.
import asyncio, gc
async def forever():
  try: await asyncio.get_running_loop().create_future()
  except GeneratorExit:
    print("coroutine closed")
    raise
loop = asyncio.new_event_loop()
reports = []
loop.set_exception_handler(lambda l, c: reports.append((c["message"], sorted(c), c["task"].get_name())))
def start():
  loop.create_task(forever(), name="lost")
  loop.call_soon(loop.stop)
  loop.run_forever()
start()
loop.close()
[[] for _ in range(1000)]
gc.collect()
gc.collect()
for r in reports: print(*r)
