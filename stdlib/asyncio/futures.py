"""Futures seen from outside the loop: telling them apart and tying them to concurrent.futures.

The class itself is native.
"""
from _asyncio import CancelledError, Future, InvalidStateError, get_running_loop

__all__ = ("Future", "wrap_future", "isfuture")


# The names that frameworks look for: there is one implementation.
_PyFuture = _CFuture = Future


def isfuture(obj):
  """Whether `obj` is a future, or an object that says it behaves like one (_asyncio_future_blocking)."""
  if isinstance(obj, Future):
    return True
  return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


def _get_loop(future):
  try:
    get_loop = future.get_loop
  except AttributeError:
    return future._loop
  return get_loop()


def _set_result_unless_cancelled(future, result):
  if not future.cancelled():
    future.set_result(result)


def _for_asyncio(error):
  """The asyncio counterpart of an exception of concurrent.futures."""
  import concurrent.futures._base as base
  if type(error) is base.CancelledError:
    return CancelledError(*error.args)
  if type(error) is base.InvalidStateError:
    return InvalidStateError(*error.args)
  return error


def _copy_outcome(source, target):
  """`source` is done; `target` is an asyncio future."""
  if target.cancelled():
    return
  if source.cancelled():
    target.cancel()
    return
  error = source.exception()
  if error is not None:
    target.set_exception(_for_asyncio(error))
  else:
    target.set_result(source.result())


def _copy_outcome_to_thread(source, target):
  """`source` is done; `target` is a concurrent.futures.Future."""
  if source.cancelled():
    target.cancel()
  if not target.set_running_or_notify_cancel():
    return
  error = source.exception()
  if error is not None:
    target.set_exception(_for_asyncio(error))
  else:
    target.set_result(source.result())


def _chain_future(source, target):
  """Pass the outcome of `source` on to `target`, and a cancellation of `target` back to `source`.

  Each of them may be an asyncio future or one of concurrent.futures; each is only touched in its own loop.
  """
  from concurrent.futures._base import Future as ThreadFuture
  if not isfuture(source) and not isinstance(source, ThreadFuture):
    raise TypeError("A future is required for source argument")
  if not isfuture(target) and not isinstance(target, ThreadFuture):
    raise TypeError("A future is required for destination argument")
  source_loop = _get_loop(source) if isfuture(source) else None
  target_loop = _get_loop(target) if isfuture(target) else None
  copy = _copy_outcome_to_thread if target_loop is None else _copy_outcome

  def target_done(target):
    if target.cancelled():
      if source_loop is None or source_loop is target_loop:
        source.cancel()
      else:
        source_loop.call_soon_threadsafe(source.cancel)

  def source_done(source):
    if target_loop is None or target_loop is source_loop:
      copy(source, target)
    elif not target_loop.is_closed():
      target_loop.call_soon_threadsafe(copy, source, target)

  target.add_done_callback(target_done)
  source.add_done_callback(source_done)


def wrap_future(future, *, loop=None):
  """An asyncio future that follows a concurrent.futures.Future."""
  if isfuture(future):
    return future
  from concurrent.futures._base import Future as ThreadFuture
  assert isinstance(future, ThreadFuture), f"concurrent.futures.Future is expected, got {future!r}"
  if loop is None:
    from .events import get_event_loop
    loop = get_event_loop()
  new_future = loop.create_future()
  _chain_future(future, new_future)
  return new_future
