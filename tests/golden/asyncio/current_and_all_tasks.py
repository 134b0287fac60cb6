# current_task and all_tasks inside and outside of tasks.
import asyncio
import threading
import time
async def child(): return asyncio.current_task().get_name()
async def main():
  me = asyncio.current_task()
  t = asyncio.create_task(child(), name="kid")
  print(sorted(x.get_name() for x in asyncio.all_tasks()), me in asyncio.all_tasks())
  print(await t, len(asyncio.all_tasks()), await child() == me.get_name())
  asyncio.get_running_loop().call_soon(lambda: print("in a callback:", asyncio.current_task()))
  await asyncio.sleep(0)
asyncio.run(main())
for f in (asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop):
  try: f()
  except RuntimeError as e: print(e)
c = child()
try: asyncio.create_task(c)
except RuntimeError as e: print(e)
c.close()


# Another thread sees which task the loop runs, if it asks while there is one.
async def ask_from_thread():
    loop = asyncio.get_running_loop()
    seen = []
    def look(): seen.append(asyncio.current_task(loop))
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()  # blocks the loop in this task's step
    await asyncio.to_thread(lambda: (time.sleep(0.05), look()))  # the loop waits
    print(seen[0] is asyncio.current_task(), seen[1])
asyncio.run(ask_from_thread())
