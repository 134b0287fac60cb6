# _enter_task, _leave_task and _register_task, as frameworks with tasks of their own use them.
import asyncio
class FakeTask:
  def __init__(self, loop): self._loop = loop
  def get_loop(self): return self._loop
  def done(self): return False
  def __repr__(self): return "<FakeTask>"
loop = asyncio.new_event_loop()
fake, other = FakeTask(loop), FakeTask(loop)
asyncio._enter_task(loop, fake)
print(asyncio.current_task(loop))
try: asyncio._enter_task(loop, other)
except RuntimeError as e: print(e)
try: asyncio._leave_task(loop, 5)
except RuntimeError as e: print(e)
asyncio._leave_task(loop, fake)
print(asyncio.current_task(loop))
try: asyncio._leave_task(loop, fake)
except RuntimeError as e: print(e)
asyncio._register_task(fake)
print(asyncio.all_tasks(loop))
asyncio._unregister_task(fake)
print(asyncio.all_tasks(loop))
try: asyncio.current_task()
except RuntimeError as e: print(e)
loop.close()
