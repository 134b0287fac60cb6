# Asynchronous generators are closed at the end of run, and by shutdown_asyncgens.
import asyncio
async def numbers(name):
  try:
    for i in range(100): yield i
  finally:
    await asyncio.sleep(0)
    print(name, "closed")
async def bad():
  try: yield 1
  finally: raise ValueError("while closing")
keep = []
async def main():
  g = numbers("kept"); keep.append(g)
  async for x in g:
    if x == 2: break
  print("left the loop")
  b = bad(); keep.append(b)
  await b.__anext__()
  asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c["message"].partition("<")[0], repr(c["exception"]), c["asyncgen"] is b))
asyncio.run(main())
loop = asyncio.new_event_loop()
async def start():
  g = numbers("by hand"); keep.append(g)
  return await g.__anext__()
print(loop.run_until_complete(start()))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
