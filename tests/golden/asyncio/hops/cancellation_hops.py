# Turn by turn: how long cancellations take through chains of tasks.
import asyncio
log = []
async def ticker():
  while True:
    log.append("|")
    await asyncio.sleep(0)
async def leaf():
  try: await asyncio.sleep(100)
  except asyncio.CancelledError: log.append("leaf"); raise
async def through_task():
  try: await asyncio.create_task(leaf())
  except asyncio.CancelledError: log.append("task"); raise
async def through_gather():
  try: await asyncio.gather(leaf(), leaf())
  except asyncio.CancelledError: log.append("gather"); raise
async def through_group():
  try:
    async with asyncio.TaskGroup() as tg: tg.create_task(leaf())
  except asyncio.CancelledError: log.append("group"); raise
async def through_wait_for():
  try: await asyncio.wait_for(leaf(), 100)
  except asyncio.CancelledError: log.append("wait_for"); raise
async def through_shield():
  try: await asyncio.shield(leaf())
  except asyncio.CancelledError: log.append("shield"); raise
async def main():
  t = asyncio.create_task(ticker())
  for f in (leaf, through_task, through_gather, through_group, through_wait_for, through_shield):
    task = asyncio.create_task(f())
    for _ in range(3): await asyncio.sleep(0)
    log.append(f.__name__); task.cancel()
    try: await task
    except asyncio.CancelledError: log.append("#")
  t.cancel()
  print(" ".join(log))
asyncio.run(main())
