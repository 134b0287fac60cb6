"""run() and Runner: a loop from the making to the closing, and Ctrl-C as a cancellation of the main task."""
from sys import flags

import _asyncio
from _asyncio import CancelledError

from .coroutines import iscoroutine
from .events import loop_runs, new_event_loop, set_event_loop

__all__ = ("Runner", "run")


class Runner:
  """Keeps a loop and a context for several run() calls; use it in a `with` statement."""

  def __init__(self, *, debug=None, loop_factory=None):
    self._state = "created"
    self._debug = debug
    self._loop_factory = loop_factory
    self._loop = None
    self._context = None
    self._interrupts = 0
    self._is_current = False

  def __enter__(self):
    self._prepare()
    return self

  def __exit__(self, exc_type, exc_val, exc_tb):
    self.close()

  def close(self):
    """Cancel the remaining tasks, close asynchronous generators and the executor, close the loop."""
    if self._state != "initialized":
      return
    loop = self._loop
    try:
      _cancel_all_tasks(loop)
      loop.run_until_complete(loop.shutdown_asyncgens())
      loop.run_until_complete(loop.shutdown_default_executor())
    finally:
      if self._is_current:
        set_event_loop(None)
      loop.close()
      self._loop = None
      self._state = "closed"

  def get_loop(self):
    """The loop."""
    self._prepare()
    return self._loop

  def run(self, coro, *, context=None):
    """Run the coroutine in the loop; returns its result."""
    if not iscoroutine(coro):
      raise ValueError(f"a coroutine was expected, got {coro!r}")
    if loop_runs():
      raise RuntimeError("Runner.run() cannot be called from a running event loop")
    self._prepare()
    task = self._loop.create_task(coro, context=self._context if context is None else context)
    restore = self._cancel_on_interrupt(task)
    self._interrupts = 0
    try:
      return self._loop.run_until_complete(task)
    except CancelledError:
      # Tasks of a program's own factory may have no uncancel().
      if self._interrupts > 0 and hasattr(task, "uncancel") and task.uncancel() == 0:
        raise KeyboardInterrupt()
      raise
    finally:
      if restore is not None:
        restore()

  def _prepare(self):
    if self._state == "closed":
      raise RuntimeError("Runner is closed")
    if self._state == "initialized":
      return
    if self._loop_factory is None:
      self._loop = new_event_loop()
      if not self._is_current:
        set_event_loop(self._loop)
        self._is_current = True
    else:
      self._loop = self._loop_factory()
    if self._debug is not None:
      self._loop.set_debug(self._debug)
    from contextvars import copy_context
    self._context = copy_context()
    self._state = "initialized"

  def _cancel_on_interrupt(self, task):
    """Make the first Ctrl-C cancel the task, unless the program handles the signal itself.

    Returns what undoes it, or None. Threads other than the main one may not set handlers: ValueError.
    """
    import _signal as signal  # module signal would load the enumerations
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
      return None

    def on_interrupt(signum, frame):
      self._interrupts += 1
      if self._interrupts > 1 or task.done():
        raise KeyboardInterrupt()
      task.cancel()
      self._loop.call_soon_threadsafe(int)  # ends a poll that is under way

    def restore():
      if signal.getsignal(signal.SIGINT) is on_interrupt:
        signal.signal(signal.SIGINT, signal.default_int_handler)

    try:
      signal.signal(signal.SIGINT, on_interrupt)
    except ValueError:
      return None
    return restore


def run(main, *, debug=None, loop_factory=None):
  """Run a coroutine in a new loop, which is closed at the end; returns the coroutine's result."""
  if loop_runs():
    raise RuntimeError("asyncio.run() cannot be called from a running event loop")
  if _keeps_loop and loop_factory is None:
    return _run_and_keep(main, debug)
  with Runner(debug=debug, loop_factory=loop_factory) as runner:
    return runner.run(main)


# With -i the loop of run() stays open, and the tasks that it leaves go on at the prompt, which takes the loop.
_keeps_loop = bool(flags.inspect)
_kept_loop = None


def _run_and_keep(main, debug):
  global _kept_loop
  runner = Runner(debug=debug, loop_factory=_kept_loop and (lambda: _kept_loop))
  _kept_loop = runner.get_loop()
  try:
    return runner.run(main)
  finally:
    set_event_loop(None)


def _cancel_all_tasks(loop):
  tasks = _asyncio._unfinished_tasks(loop)
  if not tasks:
    return
  for task in tasks:
    task.cancel()
  from .tasks import gather
  loop.run_until_complete(gather(*tasks, return_exceptions=True))
  for task in tasks:
    if not task.cancelled() and task.exception() is not None:
      loop.call_exception_handler({
        "message": "unhandled exception during asyncio.run() shutdown",
        "exception": task.exception(),
        "task": task,
      })
