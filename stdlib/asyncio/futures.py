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
  if type(error) is TimeoutError:
    return TimeoutError(*error.args)
  if type(error) is base.InvalidStateError:
    return InvalidStateError(*error.args)
  return error


def _copy_future_state(source, dest):
  """`source` is done; `dest` is an asyncio future."""
  assert source.done()
  if dest.cancelled():
    return
  assert not dest.done()
  if source.cancelled():
    dest.cancel()
    return
  error = source.exception()
  if error is not None:
    dest.set_exception(_for_asyncio(error))
  else:
    dest.set_result(source.result())


def _set_concurrent_future_state(concurrent, source):
  """`source` is done; `concurrent` is a concurrent.futures.Future."""
  assert source.done()
  if source.cancelled():
    concurrent.cancel()
  if not concurrent.set_running_or_notify_cancel():
    return
  error = source.exception()
  if error is not None:
    concurrent.set_exception(_for_asyncio(error))
  else:
    concurrent.set_result(source.result())


def _chain_future(source, destination):
  """Pass the outcome of `source` on to `destination`, and a cancellation of `destination` back to `source`.

  Each of them may be an asyncio future or one of concurrent.futures; each is only touched in its own loop.
  """
  from concurrent.futures._base import Future as ThreadFuture
  if not isfuture(source) and not isinstance(source, ThreadFuture):
    raise TypeError("A future is required for source argument")
  if not isfuture(destination) and not isinstance(destination, ThreadFuture):
    raise TypeError("A future is required for destination argument")
  source_loop = _get_loop(source) if isfuture(source) else None
  loop = _get_loop(destination) if isfuture(destination) else None

  def _set_state(future, other):
    if loop is None:
      _set_concurrent_future_state(future, other)
    else:
      _copy_future_state(other, future)

  def _call_check_cancel(destination):
    if destination.cancelled():
      if source_loop is None or source_loop is loop:
        source.cancel()
      else:
        source_loop.call_soon_threadsafe(source.cancel)

  def _call_set_state(source):
    if loop is None or loop is source_loop:
      _set_state(destination, source)
    elif not loop.is_closed():
      loop.call_soon_threadsafe(_set_state, destination, source)

  destination.add_done_callback(_call_check_cancel)
  source.add_done_callback(_call_set_state)


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
