"""Locks, events, conditions, semaphores and barriers between the tasks of one loop.

Waiters are futures in a deque, in order of arrival. A waiter takes itself out when it goes on, so that a task which
was woken up and is cancelled in the same turn can pass the turn on. What waits for a lock, an event or a semaphore
is a native operation (src/modules/asyncio_locks.cpp) on the attributes kept here.
"""
from _asyncio import CancelledError, _direct, _operation
from _collections import deque

from .exceptions import BrokenBarrierError
from .mixins import _LoopBoundMixin

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _ContextManagerMixin:
  async def __aenter__(self):
    await self.acquire()
    return None

  async def __aexit__(self, exc_type, exc, tb):
    self.release()


def _describe(obj, state, waiters):
  """object.__repr__ with the state added."""
  if waiters:
    state = f"{state}, waiters:{len(waiters)}"
  return f"<{object.__repr__(obj)[1:-1]} [{state}]>"


class Lock(_ContextManagerMixin, _LoopBoundMixin):
  """A lock that is granted in the order of asking."""

  def __init__(self):
    self._waiters = None
    self._locked = False

  def __repr__(self):
    return _describe(self, "locked" if self._locked else "unlocked", self._waiters)

  def locked(self):
    """Whether somebody holds the lock."""
    return self._locked

  async def acquire(self):
    """Wait until the lock is free, and take it."""
    return await _operation("lock_acquire", self)
  _direct("lock_acquire", acquire)

  def release(self):
    """Give the lock away: the first waiter gets it."""
    if not self._locked:
      raise RuntimeError("Lock is not acquired.")
    self._locked = False
    if self._waiters:
      self._wake_up_first()

  def _wake_up_first(self):
    if self._waiters:
      waiter = self._waiters[0]
      # A waiter that is done already comes to its turn, and wakes up the next one if it does not take the lock.
      if not waiter.done():
        waiter.set_result(True)


class Event(_LoopBoundMixin):
  """A flag that tasks can wait for."""

  def __init__(self):
    self._waiters = deque()
    self._value = False

  def __repr__(self):
    return _describe(self, "set" if self._value else "unset", self._waiters)

  def is_set(self):
    """Whether the flag is set."""
    return self._value

  def set(self):
    """Set the flag and wake up everybody."""
    if not self._value:
      self._value = True
      for waiter in self._waiters:
        if not waiter.done():
          waiter.set_result(True)

  def clear(self):
    """Take the flag back."""
    self._value = False

  async def wait(self):
    """Wait until the flag is set."""
    return await _operation("event_wait", self)
  _direct("event_wait", wait)


class Condition(_ContextManagerMixin, _LoopBoundMixin):
  """A lock together with waiting for something that others announce."""

  def __init__(self, lock=None):
    if lock is None:
      lock = Lock()
    self._lock = lock
    self.locked = lock.locked
    self.acquire = lock.acquire
    self.release = lock.release
    self._waiters = deque()

  def __repr__(self):
    return _describe(self, "locked" if self.locked() else "unlocked", self._waiters)

  async def wait(self):
    """Release the lock, wait for notify(), take the lock again."""
    if not self.locked():
      raise RuntimeError("cannot wait on un-acquired lock")
    self.release()
    try:
      waiter = self._get_loop().create_future()
      self._waiters.append(waiter)
      try:
        await waiter
        return True
      finally:
        self._waiters.remove(waiter)
    finally:
      # The caller holds the lock when wait() ends, however it ends.
      cancelled = False
      while True:
        try:
          await self.acquire()
          break
        except CancelledError:
          cancelled = True
      if cancelled:
        raise CancelledError

  async def wait_for(self, predicate):
    """Wait until predicate() is true; returns its value."""
    result = predicate()
    while not result:
      await self.wait()
      result = predicate()
    return result

  def notify(self, n=1):
    """Wake up at most n waiters; they go on one after the other when they get the lock."""
    if not self.locked():
      raise RuntimeError("cannot notify on un-acquired lock")
    woken = 0
    for waiter in self._waiters:
      if woken >= n:
        break
      if not waiter.done():
        woken += 1
        waiter.set_result(False)

  def notify_all(self):
    """Wake up all waiters."""
    self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, _LoopBoundMixin):
  """A counter of what is left; acquire() waits while nothing is."""

  def __init__(self, value=1):
    if value < 0:
      raise ValueError("Semaphore initial value must be >= 0")
    self._waiters = None
    self._value = value

  def __repr__(self):
    return _describe(self, "locked" if self.locked() else f"unlocked, value:{self._value}", self._waiters)

  def locked(self):
    """Whether acquire() would wait."""
    if self._value == 0:
      return True
    waiters = self._waiters
    return bool(waiters) and any([not waiter.cancelled() for waiter in waiters])

  async def acquire(self):
    """Take one, in the order of asking."""
    return await _operation("semaphore_acquire", self)
  _direct("semaphore_acquire", acquire)

  def release(self):
    """Give one back."""
    self._value += 1
    if self._waiters:
      self._wake_up_next()

  def _wake_up_next(self):
    for waiter in self._waiters or ():
      if not waiter.done():
        self._value -= 1
        waiter.set_result(True)
        return


class BoundedSemaphore(Semaphore):
  """A semaphore that may not be released more often than it was acquired."""

  def __init__(self, value=1):
    self._bound_value = value
    super().__init__(value)

  def release(self):
    """Give one back; raises ValueError when all are there."""
    if self._value >= self._bound_value:
      raise ValueError("BoundedSemaphore released too many times")
    super().release()


class Barrier(_LoopBoundMixin):
  """Lets tasks go on together, a given number at a time.

  States: filling (tasks arrive) -> draining (they leave) -> filling; resetting (they are sent away); broken.
  """

  def __init__(self, parties):
    if parties < 1:
      raise ValueError("parties must be > 0")
    self._cond = Condition()
    self._parties = parties
    self._state = "filling"
    self._count = 0

  def __repr__(self):
    state = self._state
    if not self.broken:
      state += f", waiters:{self.n_waiting}/{self.parties}"
    return _describe(self, state, None)

  async def __aenter__(self):
    return await self.wait()

  async def __aexit__(self, *args):
    pass

  async def wait(self):
    """Wait for the others; returns the number of this task among them."""
    async with self._cond:
      await self._cond.wait_for(lambda: self._state not in ("draining", "resetting"))
      if self._state == "broken":
        raise BrokenBarrierError("Barrier aborted")
      try:
        index = self._count
        self._count += 1
        if index + 1 == self._parties:
          self._state = "draining"
          self._cond.notify_all()
        else:
          await self._cond.wait_for(lambda: self._state != "filling")
          if self._state in ("broken", "resetting"):
            raise BrokenBarrierError("Abort or reset of barrier")
        return index
      finally:
        self._count -= 1
        if self._count == 0:
          if self._state in ("resetting", "draining"):
            self._state = "filling"
          self._cond.notify_all()

  async def reset(self):
    """Send the waiting tasks away with BrokenBarrierError and begin anew."""
    async with self._cond:
      self._state = "resetting" if self._count > 0 else "filling"
      self._cond.notify_all()

  async def abort(self):
    """Make the barrier unusable: everybody who waits or will wait gets BrokenBarrierError."""
    async with self._cond:
      self._state = "broken"
      self._cond.notify_all()

  @property
  def parties(self):
    """How many tasks it takes."""
    return self._parties

  @property
  def n_waiting(self):
    """How many tasks wait now."""
    return self._count if self._state == "filling" else 0

  @property
  def broken(self):
    """Whether abort() was called."""
    return self._state == "broken"
