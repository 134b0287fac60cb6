"""Futures between threads, waiting for several of them, and what executors have in common.

One lock guards the state of all futures: it is only held for a few steps that never wait. A thread that waits for a
result blocks on a lock of its own, listed in the future; wait() and as_completed() list a _Watcher.
"""
import sys
from _thread import allocate_lock
from collections import namedtuple
from posix import register_at_fork
from time import monotonic

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"                            # by the program
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"  # and the executor knows
FINISHED = "FINISHED"

_DESCRIPTIONS = {
  PENDING: "pending",
  RUNNING: "running",
  CANCELLED: "cancelled",
  CANCELLED_AND_NOTIFIED: "cancelled",
  FINISHED: "finished",
}
_DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_SETTLED = (CANCELLED_AND_NOTIFIED, FINISHED)

_guard = allocate_lock()


def _after_fork():
  global _guard
  _guard = allocate_lock()  # another thread may have held it


register_at_fork(after_in_child=_after_fork)


class Error(Exception):
  """Base of the exceptions of futures."""


class CancelledError(Error):
  """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
  """The operation is not allowed in this state."""


class BrokenExecutor(RuntimeError):
  """The executor cannot be used any more."""


def _log(text, error):
  """An error that nobody can catch, as logging writes it."""
  logging = sys.modules.get("logging")
  if logging is not None:
    logging.getLogger("concurrent.futures").error("%s", text, exc_info=(type(error), error, error.__traceback__))
  elif sys.stderr is not None:
    import traceback
    sys.stderr.write(text + "\n" + "".join(traceback.format_exception(error)))
    sys.stderr.flush()


class Future:
  """The result of a call that runs elsewhere."""

  def __init__(self):
    self._state = PENDING
    self._result = None
    self._exception = None
    self._blocked = None   # locks of threads in result() and exception()
    self._watchers = None
    self._done_callbacks = None

  def __repr__(self):
    outcome = ""
    if self._state == FINISHED:
      value = self._exception or self._result
      outcome = f" {'raised' if self._exception else 'returned'} {type(value).__name__}"
    return f"<{type(self).__name__} at {id(self):#x} state={_DESCRIPTIONS[self._state]}{outcome}>"

  def cancel(self):
    """Cancel the call if it has not begun; whether it is cancelled."""
    with _guard:
      if self._state in (RUNNING, FINISHED):
        return False
      if self._state != PENDING:
        return True
      self._state = CANCELLED
      self._unblock()
    self._invoke_callbacks()
    return True

  def cancelled(self):
    """Whether the call was cancelled."""
    return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

  def running(self):
    """Whether the call is going on."""
    return self._state == RUNNING

  def done(self):
    """Whether the call has ended or was cancelled."""
    return self._state in _DONE

  def add_done_callback(self, fn):
    """Call fn(future) when the call has ended, in the thread in which that happens; at once if it already has."""
    with _guard:
      if self._state not in _DONE:
        if self._done_callbacks is None:
          self._done_callbacks = []
        self._done_callbacks.append(fn)
        return
    self._invoke(fn)

  def result(self, timeout=None):
    """Wait for the call to end: its result, or the exception it raised."""
    self._wait(timeout)
    if self._exception is not None:
      try:
        raise self._exception
      finally:
        self = None  # no cycle through the traceback
    return self._result

  def exception(self, timeout=None):
    """Wait for the call to end: the exception it raised, or None."""
    self._wait(timeout)
    return self._exception

  def _wait(self, timeout):
    if self._state not in _DONE:
      lock = None
      with _guard:
        if self._state not in _DONE:
          lock = allocate_lock()
          lock.acquire()
          if self._blocked is None:
            self._blocked = []
          self._blocked.append(lock)
      if lock is not None:
        lock.acquire(True, -1 if timeout is None else max(0, timeout))
        with _guard:
          if self._blocked is not None and lock in self._blocked:
            self._blocked.remove(lock)
    if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
      raise CancelledError()
    if self._state != FINISHED:
      raise TimeoutError()

  # -- with _guard held

  def _unblock(self):
    if self._blocked is not None:
      for lock in self._blocked:
        lock.release()
      self._blocked = None

  def _notify(self, failed):
    for watcher in self._watchers or ():
      watcher.add(self, failed)

  # -- for executors

  def set_running_or_notify_cancel(self):
    """Say that the call begins; False when it was cancelled and must not."""
    with _guard:
      if self._state == CANCELLED:
        self._state = CANCELLED_AND_NOTIFIED
        self._notify(False)
        return False
      if self._state == PENDING:
        self._state = RUNNING
        return True
    import logging
    logging.getLogger("concurrent.futures").critical("Future %s in unexpected state: %s", id(self), self._state)
    raise RuntimeError("Future in unexpected state")

  def set_result(self, result):
    """The call gave a result."""
    self._finish(result, None)

  def set_exception(self, exception):
    """The call raised."""
    self._finish(None, exception)

  def _finish(self, result, exception):
    with _guard:
      if self._state in _DONE:
        raise InvalidStateError(f"{self._state}: {self!r}")
      self._result = result
      self._exception = exception
      self._state = FINISHED
      self._notify(exception is not None)
      self._unblock()
    self._invoke_callbacks()

  def _invoke_callbacks(self):
    for callback in self._done_callbacks or ():
      self._invoke(callback)

  def _invoke(self, callback):
    try:
      callback(self)
    except Exception as error:
      _log(f"exception calling callback for {self!r}", error)

  @classmethod
  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


class _Watcher:
  """Collects futures as they settle, and wakes up its thread after `needed` of them (or a failure)."""

  def __init__(self, needed, stop_on_failure=False):
    self.needed = needed
    self.stop_on_failure = stop_on_failure
    self.finished = []
    self.lock = allocate_lock()
    self.lock.acquire()

  def add(self, future, failed):
    """With _guard held."""
    self.finished.append(future)
    self.needed -= 1
    if (self.needed <= 0 or failed and self.stop_on_failure) and self.lock.locked():
      self.lock.release()

  def attach(self, futures):
    """With _guard held."""
    for future in futures:
      if future._watchers is None:
        future._watchers = []
      future._watchers.append(self)

  def detach(self, futures):
    with _guard:
      for future in futures:
        if future._watchers is not None and self in future._watchers:
          future._watchers.remove(self)

  def wait(self, timeout):
    self.lock.acquire(True, -1 if timeout is None else max(0, timeout))


def _refuse_strangers(futures):
  """AttributeError for what is no future: each has a _condition."""
  for future in futures:
    if not isinstance(future, Future):
      future._condition


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
  """Wait for futures; gives the sets of those that are done and those that are not."""
  futures = dict.fromkeys(fs)
  _refuse_strangers(futures)
  with _guard:
    done = {future for future in futures if future._state in _SETTLED}
    not_done = [future for future in futures if future not in done]
    enough = not not_done or return_when == FIRST_COMPLETED and done
    if return_when == FIRST_EXCEPTION and not enough:
      enough = any([future._exception is not None for future in done])
    if enough:
      return DoneAndNotDoneFutures(done, set(not_done))
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
      raise ValueError(f"Invalid return condition: {return_when!r}")
    needed = 1 if return_when == FIRST_COMPLETED else len(not_done)
    watcher = _Watcher(needed, return_when == FIRST_EXCEPTION)
    watcher.attach(not_done)
  watcher.wait(timeout)
  watcher.detach(not_done)
  done.update(watcher.finished)
  return DoneAndNotDoneFutures(done, {future for future in not_done if future not in done})


def as_completed(fs, timeout=None):
  """Iterate over the futures in the order in which they end."""
  deadline = None if timeout is None else timeout + monotonic()
  futures = dict.fromkeys(fs)
  _refuse_strangers(futures)
  watcher = _Watcher(1)
  with _guard:
    finished = [future for future in futures if future._state in _SETTLED]
    pending = {future: None for future in futures if future._state not in _SETTLED}
    watcher.attach(pending)
  total = len(futures)
  try:
    while True:
      for future in finished:
        pending.pop(future, None)
        yield future
      if not pending:
        return
      remaining = None
      if deadline is not None:
        remaining = deadline - monotonic()
        if remaining < 0:
          raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
      watcher.wait(remaining)
      with _guard:
        finished = watcher.finished
        watcher.finished = []
        watcher.needed = 1
        watcher.lock.acquire(False)
  finally:
    watcher.detach(pending)


def _result_or_cancel(future, timeout=None):
  try:
    return future.result(timeout)
  finally:
    future.cancel()


class Executor:
  """What runs calls; use it in a `with` statement to wait for them at the end."""

  def submit(self, fn, /, *args, **kwargs):
    """Run fn(*args, **kwargs) elsewhere; returns its future."""
    raise NotImplementedError()

  def map(self, fn, *iterables, timeout=None, chunksize=1):
    """Iterate over fn's results for the items of the iterables, in order; the calls run side by side."""
    deadline = None if timeout is None else timeout + monotonic()
    futures = [self.submit(fn, *args) for args in zip(*iterables)]

    # A generator of its own: the calls begin before the first result is asked for.
    def result_iterator():
      futures.reverse()
      try:
        while futures:
          yield _result_or_cancel(futures.pop(), None if deadline is None else deadline - monotonic())
      finally:
        for future in futures:
          future.cancel()
    return result_iterator()

  def shutdown(self, wait=True, *, cancel_futures=False):
    """Take no more calls; with `wait`, wait for those that are there."""

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_val, exc_tb):
    self.shutdown(wait=True)
    return False
