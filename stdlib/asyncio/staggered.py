"""Starting several attempts one after the other, each some time after the one before, until one succeeds."""
from .events import get_running_loop
from .exceptions import CancelledError
from .locks import Event
from .tasks import create_task, wait, wait_for

__all__ = ("staggered_race",)


async def staggered_race(coro_fns, delay, *, loop=None):
  """Run coroutine functions until one returns: (result, its index, exceptions of all).

  The next one starts when the one before failed, or after `delay` seconds (None: only after a failure). When one
  returns, the others are cancelled.
  """
  loop = loop or get_running_loop()
  attempts = enumerate(coro_fns)
  winner = None
  winner_index = None
  exceptions = []
  running = []

  async def run_next(previous_failed):
    nonlocal winner, winner_index
    if previous_failed is not None:
      try:
        await wait_for(previous_failed.wait(), delay)
      except TimeoutError:
        pass
    try:
      index, function = next(attempts)
    except StopIteration:
      return
    failed = Event()
    running.append(loop.create_task(run_next(failed)))
    exceptions.append(None)
    try:
      result = await function()
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      exceptions[index] = error
      failed.set()
    else:
      winner = result
      winner_index = index
      for other, task in enumerate(running):
        if other != index:
          task.cancel()

  running.append(loop.create_task(run_next(None)))
  try:
    done = 0
    while done != len(running):
      finished, _ = await wait(running)
      done = len(finished)
    return winner, winner_index, exceptions
  finally:
    for task in running:
      task.cancel()
