"""Futures join callback code and async code: callbacks are scheduled, not called at once."""

import asyncio


class Sensor:
  """An old-style object that reports through a callback."""

  def __init__(self, loop):
    self.loop = loop

  def measure(self, callback):
    self.loop.call_later(0.005, callback, 21.5)


def read(sensor):
  """Turn the callback into something that can be awaited."""
  future = asyncio.get_running_loop().create_future()
  sensor.measure(lambda value: future.set_result(value))
  return future


async def main():
  sensor = Sensor(asyncio.get_running_loop())
  future = read(sensor)
  future.add_done_callback(lambda f: print("callback: result is", f.result()))
  print("pending:", not future.done())
  print("awaited:", await future)

  failing = asyncio.get_running_loop().create_future()
  failing.set_exception(RuntimeError("sensor unplugged"))
  print("the exception is stored:", repr(failing.exception()))
  try:
    await failing
  except RuntimeError as error:
    print("and raised when awaited:", error)
  try:
    failing.set_result(1)
  except asyncio.InvalidStateError as error:
    print("a future is filled once:", error)


asyncio.run(main())
