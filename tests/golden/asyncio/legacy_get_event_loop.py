# set_event_loop and get_event_loop as old programs use them.
import asyncio
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
async def same(): return asyncio.get_event_loop() is loop
print(loop.run_until_complete(same()))
t = asyncio.ensure_future(same(), loop=loop)
print(loop.run_until_complete(asyncio.gather(t)))
async def agen():
  try: yield 1
  finally: print("generator closed")
async def start():
  g = agen()
  await anext(g)
  return g
g = loop.run_until_complete(start())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
