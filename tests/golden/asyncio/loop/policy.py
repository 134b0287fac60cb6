# Event loop policies: the default one, own ones, set_event_loop, other threads.
import asyncio, threading
policy = asyncio.get_event_loop_policy()
print(type(policy).__name__, policy is asyncio.get_event_loop_policy(), isinstance(policy, asyncio.AbstractEventLoopPolicy), isinstance(policy, asyncio.DefaultEventLoopPolicy))
loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop(), loop is policy.get_event_loop(), type(loop).__name__)
asyncio.set_event_loop(None)
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
def in_thread():
  try: asyncio.get_event_loop()
  except RuntimeError as e: print(e)
  mine = asyncio.new_event_loop()
  asyncio.set_event_loop(mine)
  print(asyncio.get_event_loop() is mine)
  mine.close()
t = threading.Thread(target=in_thread, name="worker"); t.start(); t.join()
class Mine(asyncio.DefaultEventLoopPolicy):
  def new_event_loop(self):
    print("new loop")
    return super().new_event_loop()
asyncio.set_event_loop_policy(Mine())
async def main(): return type(asyncio.get_running_loop()).__name__
print(asyncio.run(main()))
for bad in (5, object()):
  try: asyncio.set_event_loop_policy(bad)
  except TypeError as e: print(e)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
try: asyncio.set_event_loop(5)
except TypeError as e: print(e)
abstract = asyncio.AbstractEventLoopPolicy()
for name in ("get_event_loop", "new_event_loop", "get_child_watcher"):
  try: getattr(abstract, name)()
  except NotImplementedError: print(name, "NotImplementedError")
loop.close()
