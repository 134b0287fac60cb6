# A cancellation from outside during a timeout stays a cancellation.
import asyncio
async def body(log):
  try:
    async with asyncio.timeout(10):
      await asyncio.sleep(20)
  except TimeoutError:
    log.append("timeout")
  except asyncio.CancelledError as e:
    log.append(("cancelled", e.args, asyncio.current_task().cancelling()))
    raise
async def both(log):
  task = asyncio.current_task()
  try:
    async with asyncio.timeout(0) :
      task.cancel("outside")
      await asyncio.sleep(1)
  except TimeoutError: log.append("timeout won")
  except asyncio.CancelledError as e: log.append(("cancel won", task.cancelling()))
async def main():
  log = []
  t = asyncio.create_task(body(log))
  await asyncio.sleep(0)
  t.cancel("please")
  await asyncio.wait([t])
  await asyncio.wait([asyncio.create_task(both(log))])
  for entry in log: print(entry)
asyncio.run(main())
