# gather, wait and wait_for use the methods that a subclass of Future overrides; coroutines of a program's own class are driven directly.
import asyncio, collections.abc

log = []


class Logged(asyncio.Future):
  def add_done_callback(self, callback, *, context=None):
    log.append("add")
    super().add_done_callback(callback, context=context)

  def exception(self):
    log.append("exception")
    return super().exception()

  def result(self):
    log.append("result")
    return super().result()

  def cancel(self, msg=None):
    log.append(f"cancel {msg}")
    return super().cancel(msg)


class ByHand(collections.abc.Coroutine):
  def send(self, value):
    raise StopIteration("driven")

  def throw(self, *error):
    raise error[0]

  def close(self):
    pass

  def __await__(self):
    return (yield)


def logged():
  told = log[:]
  log.clear()
  return told


async def main():
  loop = asyncio.get_running_loop()
  for options in ({"return_exceptions": True}, {}):
    future = Logged()
    gathered = asyncio.gather(future, **options)
    loop.call_soon(future.set_exception, KeyError("k"))
    try:
      print(await gathered, logged())
    except KeyError as error:
      print(repr(error), logged())
  future = Logged()
  loop.call_soon(future.set_result, 1)
  print(await asyncio.gather(future), logged())
  future = Logged()
  gathered = asyncio.gather(future)
  gathered.cancel("why")
  try:
    await gathered
  except asyncio.CancelledError as error:
    print(error.args, logged())
  future = Logged()
  try:
    await asyncio.wait_for(future, 0.001)
  except TimeoutError:
    print(logged())
  print(await asyncio.ensure_future(ByHand()), await asyncio.gather(ByHand()))

  class Bare(asyncio.Future):
    def __init__(self):
      pass

  for method, *args in (("remove_done_callback", print), ("add_done_callback", print), ("set_result", 1), ("get_loop",), ("result",), ("done",)):
    try:
      print(method, getattr(Bare(), method)(*args))
    except Exception as error:
      print(method, type(error).__name__, error)


asyncio.run(main())
