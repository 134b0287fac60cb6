"""Locks and their kin between processes, on semaphores in shared memory."""
import threading
from time import monotonic

from _multiprocessing import SEM_VALUE_MAX
from _multiprocessing import SemLock as _SemLock

from . import context, process, util

__all__ = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"]

RECURSIVE_MUTEX, SEMAPHORE = 0, 1


class SemLock:
  """Base of the locks: a semaphore, and how it goes to other processes."""

  def __init__(self, kind, value, maxvalue, *, ctx=None):
    self._semlock = _SemLock(kind, value, maxvalue)
    self._make_methods()
    util.register_after_fork(self, SemLock._after_fork)

  def _after_fork(self):
    self._semlock._after_fork()

  def _make_methods(self):
    self.acquire = self._semlock.acquire
    self.release = self._semlock.release

  def __enter__(self):
    return self._semlock.__enter__()

  def __exit__(self, *args):
    return self._semlock.__exit__(*args)

  def __getstate__(self):
    context.assert_spawning(self)
    semlock = self._semlock
    descriptor, offset, size = semlock.handle
    handle = context.get_spawning_popen().duplicate_for_child(descriptor), offset, size
    return semlock.kind, semlock.maxvalue, handle

  def __setstate__(self, state):
    kind, maxvalue, handle = state
    self._semlock = _SemLock(kind, 0, maxvalue, handle)
    self._make_methods()

  def _owner(self):
    """What repr() says about who holds it."""
    try:
      if self._semlock._is_mine():
        name = process.current_process().name
        if threading.current_thread().name != "MainThread":
          name += "|" + threading.current_thread().name
        return name
      if self._semlock._get_value() == 1:
        return "None"
      if self._semlock._count() > 0:
        return "SomeOtherThread"
      return "SomeOtherProcess"
    except Exception:
      return "unknown"


class Semaphore(SemLock):
  """A counter of what is left; acquire() waits while nothing is."""

  def __init__(self, value=1, *, ctx=None):
    super().__init__(SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

  def get_value(self):
    """How many are left."""
    return self._semlock._get_value()

  def _shown_value(self):
    try:
      return self._semlock._get_value()
    except Exception:
      return "unknown"

  def __repr__(self):
    return f"<{type(self).__name__}(value={self._shown_value()})>"


class BoundedSemaphore(Semaphore):
  """A semaphore that may not be released more often than it was acquired."""

  def __init__(self, value=1, *, ctx=None):
    SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)

  def __repr__(self):
    return f"<{type(self).__name__}(value={self._shown_value()}, maxvalue={self._semlock.maxvalue})>"


class Lock(SemLock):
  """A lock that any process may release."""

  def __init__(self, *, ctx=None):
    super().__init__(SEMAPHORE, 1, 1, ctx=ctx)

  def __repr__(self):
    return f"<{type(self).__name__}(owner={self._owner()})>"


class RLock(SemLock):
  """A lock that its owner may acquire again."""

  def __init__(self, *, ctx=None):
    super().__init__(RECURSIVE_MUTEX, 1, 1, ctx=ctx)

  def __repr__(self):
    owner = self._owner()
    if owner == "None":
      count = 0
    elif self._semlock._is_mine():
      count = self._semlock._count()
    else:
      count = "nonzero"
    return f"<{type(self).__name__}({owner}, {count})>"


class Condition:
  """A lock together with waiting for something that others announce.

  A waiter counts itself as sleeping, waits for `_wait_semaphore`, then counts itself as woken. Whoever notifies first
  takes those out of both counts that were woken but not waited for (timeouts).
  """

  def __init__(self, lock=None, *, ctx=None):
    self._lock = lock or RLock(ctx=ctx)
    self._sleeping_count = Semaphore(0, ctx=ctx)
    self._woken_count = Semaphore(0, ctx=ctx)
    self._wait_semaphore = Semaphore(0, ctx=ctx)
    self._make_methods()

  def __getstate__(self):
    context.assert_spawning(self)
    return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

  def __setstate__(self, state):
    self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
    self._make_methods()

  def _make_methods(self):
    self.acquire = self._lock.acquire
    self.release = self._lock.release

  def __enter__(self):
    return self._lock.__enter__()

  def __exit__(self, *args):
    return self._lock.__exit__(*args)

  def __repr__(self):
    try:
      waiters = self._sleeping_count._semlock._get_value() - self._woken_count._semlock._get_value()
    except Exception:
      waiters = "unknown"
    return f"<{type(self).__name__}({self._lock}, {waiters})>"

  def wait(self, timeout=None):
    """Release the lock, wait for notify(), take the lock again; False when the time was over."""
    assert self._lock._semlock._is_mine(), "must acquire() condition before using wait()"
    self._sleeping_count.release()
    count = self._lock._semlock._count()
    for _ in range(count):
      self._lock.release()
    try:
      return self._wait_semaphore.acquire(True, timeout)
    finally:
      self._woken_count.release()
      for _ in range(count):
        self._lock.acquire()

  def notify(self, n=1):
    """Wake up at most n waiters."""
    assert self._lock._semlock._is_mine(), "lock is not owned"
    assert not self._wait_semaphore.acquire(False), "notify: Should not have been able to acquire + _wait_semaphore"
    while self._woken_count.acquire(False):
      taken = self._sleeping_count.acquire(False)
      assert taken, "notify: Bug in sleeping_count.acquire - res should not be False"
    sleepers = 0
    while sleepers < n and self._sleeping_count.acquire(False):
      self._wait_semaphore.release()
      sleepers += 1
    if sleepers:
      for _ in range(sleepers):
        self._woken_count.acquire()
      # Those whose time was over in between did not take theirs.
      while self._wait_semaphore.acquire(False):
        pass

  def notify_all(self):
    """Wake up all waiters."""
    import sys
    self.notify(n=sys.maxsize)

  def wait_for(self, predicate, timeout=None):
    """Wait until predicate() is true; its last value."""
    result = predicate()
    if result:
      return result
    deadline = None if timeout is None else monotonic() + timeout
    while not result:
      left = None
      if deadline is not None:
        left = deadline - monotonic()
        if left <= 0:
          break
      self.wait(left)
      result = predicate()
    return result


class Event:
  """A flag that processes can wait for."""

  def __init__(self, *, ctx=None):
    self._cond = Condition(Lock(ctx=ctx), ctx=ctx)
    self._flag = Semaphore(0, ctx=ctx)

  def is_set(self):
    """Whether the flag is set."""
    with self._cond:
      if self._flag.acquire(False):
        self._flag.release()
        return True
      return False

  def set(self):
    """Set the flag and wake up everybody."""
    with self._cond:
      self._flag.acquire(False)
      self._flag.release()
      self._cond.notify_all()

  def clear(self):
    """Clear the flag."""
    with self._cond:
      self._flag.acquire(False)

  def wait(self, timeout=None):
    """Wait until the flag is set; whether it is."""
    with self._cond:
      if not self._flag.acquire(False):
        self._cond.wait(timeout)
        if not self._flag.acquire(False):
          return False
      self._flag.release()
      return True

  def __repr__(self):
    return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier:
  """A meeting point: everybody waits until all parties are there. Its state is in shared memory."""

  # _state: 0 filling, 1 draining, -1 being reset, -2 broken
  def __init__(self, parties, action=None, timeout=None, *, ctx=None):
    from .sharedctypes import RawArray
    self._cond = Condition(ctx=ctx)
    self._shared = RawArray("i", 2)  # state, count
    self._action = action
    self._timeout = timeout
    self._parties = parties

  @property
  def _state(self):
    return self._shared[0]

  @_state.setter
  def _state(self, value):
    self._shared[0] = value

  @property
  def _count(self):
    return self._shared[1]

  @_count.setter
  def _count(self, value):
    self._shared[1] = value

  def wait(self, timeout=None):
    """Wait for the others; each gets another number from 0 on."""
    if timeout is None:
      timeout = self._timeout
    with self._cond:
      while self._state in (-1, 1):
        self._cond.wait()
      if self._state < 0:
        raise threading.BrokenBarrierError
      index = self._count
      self._count += 1
      try:
        if index + 1 == self._parties:
          self._release()
        else:
          self._wait(timeout)
        return index
      finally:
        self._count -= 1
        if self._count == 0 and self._state in (-1, 1):
          self._state = 0
          self._cond.notify_all()

  def _release(self):
    try:
      if self._action:
        self._action()
      self._state = 1
      self._cond.notify_all()
    except:
      self._break()
      raise

  def _wait(self, timeout):
    if not self._cond.wait_for(lambda: self._state != 0, timeout):
      self._break()
      raise threading.BrokenBarrierError
    if self._state < 0:
      raise threading.BrokenBarrierError

  def _break(self):
    self._state = -2
    self._cond.notify_all()

  def reset(self):
    """Begin again; those who wait get BrokenBarrierError."""
    with self._cond:
      if self._count > 0:
        if self._state in (0, -2):
          self._state = -1
      else:
        self._state = 0
      self._cond.notify_all()

  def abort(self):
    """Break the barrier for good."""
    with self._cond:
      self._break()

  @property
  def parties(self):
    """How many are needed."""
    return self._parties

  @property
  def n_waiting(self):
    """How many wait."""
    return self._count if self._state == 0 else 0

  @property
  def broken(self):
    """Whether the barrier is broken."""
    return self._state == -2
