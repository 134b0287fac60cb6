# Public attributes of a loop, and its private state that programs look at.
import asyncio
loop = asyncio.new_event_loop()
print(loop.slow_callback_duration, loop._closed, loop._stopping, loop._debug, loop.get_exception_handler(), loop.get_task_factory())
loop.slow_callback_duration = 5
loop.my_attribute = "x"
print(loop.slow_callback_duration, loop.my_attribute)
class Mine(asyncio.SelectorEventLoop):
  def __init__(self, *args): super().__init__(*args); self.extra = 1
  def run_until_complete(self, f): print("mine"); return super().run_until_complete(f)
m = Mine()
async def one(): return 1
print(m.run_until_complete(one()), m.extra, isinstance(m, asyncio.AbstractEventLoop))
m.close(); loop.close()
print(loop._closed)


# set_debug() keeps what it gets.
loop = asyncio.new_event_loop()
for value in (1, 0, "yes", None, [], True):
    loop.set_debug(value)
    print(repr(loop.get_debug()), loop)
loop.close()
