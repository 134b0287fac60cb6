# asyncio.run cancels what is left, closes asynchronous generators, and reports errors of the clean-up.
import asyncio
async def left_over(name, error=None):
  try: await asyncio.sleep(10)
  except asyncio.CancelledError:
    if error: print(name, "cancelled")
    if error: raise error
    raise
async def numbers():
  try:
    while True: yield 1
  finally:
    await asyncio.sleep(0)
    print("generator closed")
keep = []
async def main():
  loop = asyncio.get_running_loop()
  loop.set_exception_handler(lambda l, c: print("handler:", c["message"], repr(c["exception"]), c["task"].get_name()))
  keep.append(asyncio.create_task(left_over("a"), name="a"))
  keep.append(asyncio.create_task(left_over("b", ValueError("late")), name="b"))
  g = numbers()
  keep.append(g)
  print(await g.__anext__())
  await asyncio.sleep(0)
  return "main ends"
print(asyncio.run(main()))
print([t.cancelled() for t in keep[:2]])
