# Types of what runs.
import inspect
import sys
import types

try:
  1 / 0
except ZeroDivisionError as error:
  traceback = error.__traceback__
print(isinstance(traceback.tb_frame, types.FrameType), isinstance(sys._getframe(), types.FrameType), types.FrameType, inspect.isframe(traceback.tb_frame), inspect.isframe(1),
      isinstance(traceback, types.TracebackType), isinstance(sys._getframe().f_code, types.CodeType))


class Wrapped:
  """Has the methods of a generator."""

  gi_code = gi_frame = gi_yieldfrom = None
  gi_running = False

  def send(self, value):
    raise StopIteration(value)

  def throw(self, *args):
    raise args[0]

  def close(self):
    print("closed")

  def __iter__(self):
    return self

  def __next__(self):
    return self.send(None)


wrapper = types.coroutine(Wrapped)()
print(type(wrapper).__name__, wrapper.gi_running, wrapper.cr_running, wrapper.gi_frame, wrapper.cr_await, wrapper.__await__() is wrapper)
wrapper.close()


# Frames of generators and coroutines know the variables of the functions around them.
def counter(start, step):
  def steps():
    at = start
    while True:
      yield at
      at += step

  async def waits():
    return start

  return steps(), waits()


steps, waits = counter(3, 4)
next(steps), next(steps)
print(sorted(steps.gi_frame.f_locals.items()), sorted(waits.cr_frame.f_locals.items()))
waits.close()
