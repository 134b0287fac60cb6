# Tasks without a name are numbered in the order they are made.
import asyncio
async def name(): return asyncio.current_task().get_name()
async def main():
  print(await name())
  print(await asyncio.gather(name(), name(), asyncio.create_task(name(), name="own"), name()))
asyncio.run(main())
asyncio.run(main())
