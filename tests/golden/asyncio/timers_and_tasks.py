# Timers and ready tasks in one turn: what is ready first runs first.
import asyncio, time
async def main():
  loop = asyncio.get_running_loop()
  loop.call_later(0.002, print, "timer")
  loop.call_soon(print, "soon")
  time.sleep(0.005)
  asyncio.create_task(asyncio.sleep(0)).add_done_callback(lambda t: print("task done"))
  loop.call_soon(print, "soon again")
  await asyncio.sleep(0.004)
  print("end")
asyncio.run(main())
