# Errors in cleaning up while run shuts down.
import asyncio
async def bad():
  try: await asyncio.sleep(10)
  finally: print("cleaning")
async def main():
  asyncio.create_task(bad())
  await asyncio.sleep(0)
  raise ValueError("main fails")
try: asyncio.run(main())
except ValueError as e: print("caught", e)
