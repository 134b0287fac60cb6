"""Running awaitables together: gather, wait, wait_for, as_completed, shield and their kin. The class Task is native."""
import _asyncio
from _asyncio import (CancelledError, Future, Task, all_tasks, create_task, current_task, get_running_loop,
                      _enter_task, _leave_task, _register_task, _unregister_task)
from _asyncio import _countdown, _direct, _gather, _operation, _set_gathering
from _asyncio import sleep_future as _sleep_future
from _types import CoroutineType, _mark_coroutine

from .coroutines import iscoroutine
from .events import get_event_loop
from .futures import _get_loop, _set_result_unless_cancelled, isfuture

__all__ = ("Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
           "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe",
           "current_task", "all_tasks", "_enter_task", "_leave_task", "_register_task", "_unregister_task")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


# The names that frameworks look for: there is one implementation.
_PyTask = _CTask = Task


async def sleep(delay, result=None):
  """Suspend for `delay` seconds (at least one turn of the loop), then give `result`."""
  if delay <= 0:
    await _operation("turn", None)
    return result
  future = _sleep_future(delay, result)
  if future is None:
    # The loop is written in the language, or shows its timers.
    loop = get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
      return await future
    finally:
      timer.cancel()
  return await future


_direct("sleep", sleep)


# -- ensure_future

def _wrap_awaitable(awaitable):
  return (yield from awaitable.__await__())


_mark_coroutine(_wrap_awaitable)


def ensure_future(coro_or_future, *, loop=None):
  """A future is returned as it is; a coroutine or another awaitable becomes a task."""
  if isfuture(coro_or_future):
    if loop is not None and loop is not _get_loop(coro_or_future):
      raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
    return coro_or_future
  coroutine, wrapped = coro_or_future, False
  if type(coroutine) is not CoroutineType and not iscoroutine(coroutine):
    if not hasattr(type(coro_or_future), "__await__"):
      raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    coroutine, wrapped = _wrap_awaitable(coro_or_future), True
  if loop is None:
    loop = get_event_loop()
  try:
    return loop.create_task(coroutine)
  except RuntimeError:
    if not wrapped:
      coroutine.close()
    raise


# -- wait

def _release(waiter):
  if not waiter.done():
    waiter.set_result(None)


def _new_waiter(loop, timeout):
  """A future that is set after `timeout` seconds (None: never), and the timer to cancel when the future has none of its own."""
  waiter = None if timeout is None else _sleep_future(timeout, None)
  if waiter is not None:
    return waiter, None
  waiter = loop.create_future()
  return waiter, None if timeout is None else loop.call_later(timeout, _release, waiter)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
  """Wait for futures; gives the sets of those that are done and those that are pending."""
  if isfuture(fs) or iscoroutine(fs):
    raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
  if not fs:
    raise ValueError("Set of Tasks/Futures is empty.")
  if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
    raise ValueError(f"Invalid return_when value: {return_when}")
  futures = dict.fromkeys(fs)  # each once, in the given order
  for future in futures:
    if iscoroutine(future):
      raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")

  waiter, timer = _new_waiter(get_running_loop(), timeout)
  on_done = _countdown(waiter, 1 if return_when == FIRST_COMPLETED else len(futures), return_when == FIRST_EXCEPTION)
  for future in futures:
    future.add_done_callback(on_done)
  try:
    await waiter
  finally:
    if timer is not None:
      timer.cancel()
    for future in futures:
      future.remove_done_callback(on_done)

  done, pending = set(), set()
  for future in futures:
    (done if future.done() else pending).add(future)
  return done, pending


# -- wait_for

async def _cancel_and_wait(future, loop):
  """Cancel the future and wait until it is done, without being tied to its outcome."""
  waiter = loop.create_future()
  on_done = _countdown(waiter)
  future.add_done_callback(on_done)
  try:
    future.cancel()
    await waiter
  finally:
    future.remove_done_callback(on_done)


async def wait_for(fut, timeout):
  """Wait for one awaitable. After `timeout` seconds it is cancelled, and TimeoutError raised when it has ended."""
  loop = get_running_loop()
  if timeout is None:
    return await fut
  if timeout <= 0:
    future = ensure_future(fut, loop=loop)
    if future.done():
      return future.result()
    await _cancel_and_wait(future, loop)
    try:
      return future.result()
    except CancelledError as error:
      raise TimeoutError() from error

  waiter, timer = _new_waiter(loop, timeout)
  on_done = _countdown(waiter)
  future = ensure_future(fut, loop=loop)
  future.add_done_callback(on_done)
  try:
    try:
      await waiter
    except CancelledError:
      if future.done():
        return future.result()
      future.remove_done_callback(on_done)
      # What was waited for must not go on after the waiting ended.
      await _cancel_and_wait(future, loop)
      raise
    if future.done():
      return future.result()
    future.remove_done_callback(on_done)
    await _cancel_and_wait(future, loop)
    # It may have ended with a result or another error in spite of the cancellation.
    try:
      return future.result()
    except CancelledError as error:
      raise TimeoutError() from error
  finally:
    if timer is not None:
      timer.cancel()


# -- as_completed

class _AsCompletedIterator:
  """The iterator of as_completed(): awaitables for `for`, the finished futures themselves for `async for`.

  Nothing is started before the first step.
  """

  def __init__(self, fs, timeout):
    self._fs = fs
    self._timeout = timeout
    self._done = None

  def __iter__(self):
    return self

  def __aiter__(self):
    return self

  def __next__(self):
    if self._done is None:
      self._start()
    if self._left == 0:
      raise StopIteration
    self._left -= 1
    return self._wait_for_one()

  async def __anext__(self):
    if self._done is None:
      self._start()
    if self._left == 0:
      raise StopAsyncIteration
    self._left -= 1
    return await self._next_future()

  def _start(self):
    if isfuture(self._fs) or iscoroutine(self._fs):
      raise TypeError(f"expect an iterable of futures, not {type(self._fs).__name__}")
    from .queues import Queue
    self._done = Queue()
    loop = get_event_loop()
    self._todo = dict.fromkeys([ensure_future(f, loop=loop) for f in dict.fromkeys(self._fs)])
    self._left = len(self._todo)
    self._timer = None
    for future in self._todo:
      future.add_done_callback(self._on_done)
    if self._todo and self._timeout is not None:
      self._timer = loop.call_later(self._timeout, self._on_timeout)

  def _on_timeout(self):
    for future in self._todo:
      future.remove_done_callback(self._on_done)
      self._done.put_nowait(None)  # tells _next_future()
    self._todo.clear()

  def _on_done(self, future):
    if not self._todo:
      return  # _on_timeout() came first
    del self._todo[future]
    self._done.put_nowait(future)
    if not self._todo and self._timer is not None:
      self._timer.cancel()

  async def _next_future(self):
    future = await self._done.get()
    if future is None:
      raise TimeoutError
    return future

  async def _wait_for_one(self):
    future = await self._done.get()
    if future is None:
      raise TimeoutError
    return future.result()


_AsCompletedIterator._wait_for_one.__qualname__ = "as_completed.<locals>._wait_for_one"


def as_completed(fs, *, timeout=None):
  """Iterate over awaitables that give the results in the order in which the futures are done.

  With `async for` the futures themselves come, when they are done.
  """
  return _AsCompletedIterator(fs, timeout)


# -- gather

class _GatheringFuture(Future):
  """What gather() returns: cancelling it cancels the children; it is done when they are."""

  def __init__(self, children, loop):
    super().__init__(loop=loop)
    self._children = children
    self._cancel_requested = False

  def cancel(self, msg=None):
    if self.done():
      return False
    cancelled = False
    for child in self._children:
      if child.cancel(msg=msg):
        cancelled = True
    if cancelled:
      self._cancel_requested = True
    return cancelled


def gather(*coros_or_futures, return_exceptions=False):
  """Run awaitables together. The future returned gives their results in the order of the arguments.

  The first exception is passed on at once (the others go on); with return_exceptions=True exceptions are results.
  """
  if not coros_or_futures:
    outer = get_event_loop().create_future()
    outer.set_result([])
    return outer

  return _gather(coros_or_futures, return_exceptions)


_set_gathering(_GatheringFuture, ensure_future)


# -- shield

def shield(arg):
  """Wait for an awaitable that goes on when the waiting is cancelled."""
  inner = ensure_future(arg)
  if inner.done():
    return inner
  outer = _get_loop(inner).create_future()

  def _inner_done_callback(inner):
    if outer.cancelled():
      if not inner.cancelled():
        inner.exception()  # counts as retrieved
    elif inner.cancelled():
      outer.cancel()
    else:
      error = inner.exception()
      if error is not None:
        outer.set_exception(error)
      else:
        outer.set_result(inner.result())

  def _outer_done_callback(_):
    if not inner.done():
      inner.remove_done_callback(_inner_done_callback)

  inner.add_done_callback(_inner_done_callback)
  outer.add_done_callback(_outer_done_callback)
  return outer


# -- other threads

def run_coroutine_threadsafe(coro, loop):
  """Run a coroutine in a loop of another thread; returns a concurrent.futures.Future."""
  if not iscoroutine(coro):
    raise TypeError("A coroutine object is required")
  from concurrent.futures._base import Future as ThreadFuture
  from .futures import _chain_future
  future = ThreadFuture()

  def start():
    try:
      _chain_future(ensure_future(coro, loop=loop), future)
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      if future.set_running_or_notify_cancel():
        future.set_exception(error)
      raise

  loop.call_soon_threadsafe(start)
  return future


# -- eager tasks

def create_eager_task_factory(custom_task_constructor):
  """A task factory whose tasks run up to their first suspension at once, while the loop runs."""
  def factory(loop, coro, *, name=None, context=None, eager_start=True):
    return custom_task_constructor(coro, loop=loop, name=name, context=context, eager_start=eager_start)
  return factory


eager_task_factory = create_eager_task_factory(Task)
