# uvloop's names give a loop that runs asyncio programs.
import asyncio, uvloop
async def main():
  loop = asyncio.get_running_loop()
  print(isinstance(loop, uvloop.Loop), isinstance(loop, asyncio.AbstractEventLoop))
  await asyncio.sleep(0)
  return await asyncio.gather(*(asyncio.sleep(0, i) for i in range(3)))
loop = uvloop.new_event_loop()
print(type(loop).__name__, loop.is_running(), loop)
print(loop.run_until_complete(main()))
loop.close()
uvloop.install()
print(isinstance(asyncio.get_event_loop_policy(), uvloop.EventLoopPolicy))
print(asyncio.run(main()))
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
print(isinstance(asyncio.new_event_loop(), uvloop.Loop))
asyncio.set_event_loop_policy(None)
with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner: print(runner.run(main()))
