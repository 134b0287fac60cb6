# Nested deadlines and cancellations leave a consistent picture.
import asyncio
async def node(name, children, log):
  try:
    async with asyncio.TaskGroup() as tg:
      for c, sub in children.items(): tg.create_task(node(c, sub, log), name=c)
      if not children: await asyncio.sleep(1000)
  except asyncio.CancelledError: log.append(name); raise
async def main():
  log = []
  tree = {"a": {"a1": {}, "a2": {"a21": {}}}, "b": {}}
  try:
    async with asyncio.timeout(0.002): await node("root", tree, log)
  except TimeoutError: print("timeout", sorted(log), log[-1], asyncio.current_task().cancelling(), len(asyncio.all_tasks()))
asyncio.run(main())
