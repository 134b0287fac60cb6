# all_tasks and current_task inside, outside and across loops.
import asyncio
async def wait(e): await e.wait()
async def main():
  e = asyncio.Event()
  ts = [asyncio.create_task(wait(e), name=n) for n in "xyz"]
  me = asyncio.current_task()
  print(sorted(t.get_name() for t in asyncio.all_tasks() - {me}), me in asyncio.all_tasks())
  other = asyncio.new_event_loop()
  c = asyncio.sleep(0)
  t = other.create_task(c)
  print(len(asyncio.all_tasks(other)), asyncio.current_task(other), t in asyncio.all_tasks())
  ts[0].cancel(); e.set()
  await asyncio.wait(ts)
  print(asyncio.all_tasks() == {me})
  asyncio.get_running_loop().call_soon(lambda: print("in a callback:", asyncio.current_task()))
  await asyncio.sleep(0)
  return other, t
other, t = asyncio.run(main())
other.run_until_complete(t)
other.close()
for f in (asyncio.all_tasks, asyncio.current_task):
  try: f()
  except RuntimeError as e: print(e)
