# When main returns, run cancels the remaining tasks and waits for their cleaning up.
import asyncio
async def left(n):
  try:
    print("start", n)
    await asyncio.sleep(100)
  except asyncio.CancelledError:
    print("cancelled", n)
    await asyncio.sleep(0)
    print("cleaned", n)
    raise
async def main():
  for n in range(3):
    asyncio.create_task(left(n))
  await asyncio.sleep(0)
  print("main ends")
asyncio.run(main())
print("after run")
