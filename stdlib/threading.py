"""Threads and what they use to wait for each other, on top of the native _thread.

A thread counts as ended when it releases its `_ended` lock, the last thing it does; join() waits for that lock.
"""
import sys as _sys
from _thread import RLock as _CRLock, _ExceptHookArgs as ExceptHookArgs, _local as local, allocate_lock, get_ident, get_native_id, stack_size, start_new_thread
from _collections import deque as _deque
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
           "Timer", "ThreadError", "ExceptHookArgs", "excepthook", "local", "settrace", "gettrace", "setprofile", "getprofile",
           "get_native_id", "stack_size"]

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0
Lock = allocate_lock


def _warn_deprecated(name, advice):
  import warnings
  warnings.warn(f"{name}() is deprecated, {advice} instead", DeprecationWarning, stacklevel=3)


def _where(obj):
  cls = type(obj)
  return f"{cls.__module__}.{cls.__qualname__} at {id(obj):#x}"


def RLock(*args, **kwargs):
  """A lock that its owner may acquire again; it is free after as many releases."""
  return _CRLock(*args, **kwargs)


class Condition:
  """A lock together with waiting for something that others announce. Each waiter blocks on a lock of its own."""

  def __init__(self, lock=None):
    if lock is None:
      lock = RLock()
    self._lock = lock
    self.acquire = lock.acquire
    self.release = lock.release
    for name in ("_release_save", "_acquire_restore", "_is_owned"):
      method = getattr(lock, name, None)
      if method is not None:
        setattr(self, name, method)
    self._waiters = _deque()

  def __enter__(self):
    return self._lock.__enter__()

  def __exit__(self, *args):
    return self._lock.__exit__(*args)

  def __repr__(self):
    return f"<Condition({self._lock}, {len(self._waiters)})>"

  def _release_save(self):
    self._lock.release()

  def _acquire_restore(self, state):
    self._lock.acquire()

  def _is_owned(self):
    if self._lock.acquire(False):
      self._lock.release()
      return False
    return True

  def wait(self, timeout=None):
    """Release the lock, wait for notify(), take the lock again; False when the timeout passed."""
    if not self._is_owned():
      raise RuntimeError("cannot wait on un-acquired lock")
    waiter = allocate_lock()
    waiter.acquire()
    self._waiters.append(waiter)
    state = self._release_save()
    notified = False
    try:
      if timeout is None:
        waiter.acquire()
        notified = True
      elif timeout > 0:
        notified = waiter.acquire(True, timeout)
      else:
        notified = waiter.acquire(False)
      return notified
    finally:
      self._acquire_restore(state)
      if not notified:
        try:
          self._waiters.remove(waiter)
        except ValueError:
          pass

  def wait_for(self, predicate, timeout=None):
    """Wait until predicate() is true; returns its last value."""
    deadline = None
    remaining = timeout
    result = predicate()
    while not result:
      if remaining is not None:
        if deadline is None:
          deadline = _time() + remaining
        else:
          remaining = deadline - _time()
          if remaining <= 0:
            break
      self.wait(remaining)
      result = predicate()
    return result

  def notify(self, n=1):
    """Wake up at most n waiters."""
    if not self._is_owned():
      raise RuntimeError("cannot notify on un-acquired lock")
    waiters = self._waiters
    while waiters and n > 0:
      waiter = waiters.popleft()
      try:
        waiter.release()
      except RuntimeError:
        continue  # woken up before, and interrupted on its way out
      n -= 1

  def notify_all(self):
    """Wake up all waiters."""
    self.notify(len(self._waiters))

  def notifyAll(self):
    """The older name of notify_all()."""
    _warn_deprecated("notifyAll", "use notify_all()")
    self.notify_all()


class Semaphore:
  """A counter of what is left; acquire() waits while nothing is."""

  def __init__(self, value=1):
    if value < 0:
      raise ValueError("semaphore initial value must be >= 0")
    self._cond = Condition(allocate_lock())
    self._value = value

  def __repr__(self):
    return f"<{_where(self)}: value={self._value}>"

  def acquire(self, blocking=True, timeout=None):
    """Take one; whether that was possible in time."""
    if not blocking and timeout is not None:
      raise ValueError("can't specify timeout for non-blocking acquire")
    deadline = None
    with self._cond:
      while self._value == 0:
        if not blocking:
          return False
        if timeout is not None:
          if deadline is None:
            deadline = _time() + timeout
          else:
            timeout = deadline - _time()
            if timeout <= 0:
              return False
        self._cond.wait(timeout)
      self._value -= 1
      return True

  __enter__ = acquire

  def release(self, n=1):
    """Give n back."""
    if n < 1:
      raise ValueError("n must be one or more")
    with self._cond:
      self._value += n
      for _ in range(n):
        self._cond.notify()

  def __exit__(self, exc_type, exc, tb):
    self.release()


class BoundedSemaphore(Semaphore):
  """A semaphore that may not be released more often than it was acquired."""

  def __init__(self, value=1):
    super().__init__(value)
    self._initial_value = value

  def __repr__(self):
    return f"<{_where(self)}: value={self._value}/{self._initial_value}>"

  def release(self, n=1):
    """Give n back; raises ValueError when there would be more than at the beginning."""
    if n < 1:
      raise ValueError("n must be one or more")
    with self._cond:
      if self._value + n > self._initial_value:
        raise ValueError("Semaphore released too many times")
      self._value += n
      for _ in range(n):
        self._cond.notify()


class Event:
  """A flag that threads can wait for."""

  def __init__(self):
    self._cond = Condition(allocate_lock())
    self._flag = False

  def __repr__(self):
    return f"<{_where(self)}: {'set' if self._flag else 'unset'}>"

  def is_set(self):
    """Whether the flag is set."""
    return self._flag

  def isSet(self):
    """The older name of is_set()."""
    _warn_deprecated("isSet", "use is_set()")
    return self.is_set()

  def set(self):
    """Set the flag and wake up everybody."""
    with self._cond:
      self._flag = True
      self._cond.notify_all()

  def clear(self):
    """Take the flag back."""
    with self._cond:
      self._flag = False

  def wait(self, timeout=None):
    """Wait until the flag is set; False when the timeout passed."""
    with self._cond:
      return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
  """The barrier was aborted or reset, or somebody's wait took too long."""


class Barrier:
  """Lets threads go on together, a given number at a time.

  States: filling (threads arrive) -> draining (they leave) -> filling; resetting (they are sent away); broken.
  """

  def __init__(self, parties, action=None, timeout=None):
    self._cond = Condition(allocate_lock())
    self._action = action
    self._timeout = timeout
    self._parties = parties
    self._state = "filling"
    self._count = 0

  def __repr__(self):
    if self.broken:
      return f"<{_where(self)}: broken>"
    return f"<{_where(self)}: waiters={self.n_waiting}/{self.parties}>"

  def wait(self, timeout=None):
    """Wait for the others; returns the number of this thread among them."""
    if timeout is None:
      timeout = self._timeout
    with self._cond:
      while self._state in ("draining", "resetting"):
        self._cond.wait()
      if self._state == "broken":
        raise BrokenBarrierError
      index = self._count
      self._count += 1
      try:
        if index + 1 == self._parties:
          self._let_go()
        else:
          self._wait_for_others(timeout)
        return index
      finally:
        self._count -= 1
        if self._count == 0 and self._state in ("draining", "resetting"):
          self._state = "filling"
          self._cond.notify_all()

  def _let_go(self):
    try:
      if self._action:
        self._action()
      self._state = "draining"
      self._cond.notify_all()
    except:
      self._break()
      raise

  def _wait_for_others(self, timeout):
    if not self._cond.wait_for(lambda: self._state != "filling", timeout):
      self._break()
      raise BrokenBarrierError
    if self._state in ("broken", "resetting"):
      raise BrokenBarrierError

  def _break(self):
    self._state = "broken"
    self._cond.notify_all()

  def reset(self):
    """Send the waiting threads away with BrokenBarrierError and begin anew."""
    with self._cond:
      self._state = "resetting" if self._count > 0 else "filling"
      self._cond.notify_all()

  def abort(self):
    """Make the barrier unusable."""
    with self._cond:
      self._break()

  @property
  def parties(self):
    """How many threads it takes."""
    return self._parties

  @property
  def n_waiting(self):
    """How many threads wait now."""
    return self._count if self._state == "filling" else 0

  @property
  def broken(self):
    """Whether the barrier is unusable."""
    return self._state == "broken"


# -- threads

_active = {}     # ident -> Thread, while it runs
_starting = {}   # Thread -> itself, between start() and its first step
_ended_locks = set()  # of running threads that are not daemons
_counter = 0


def _new_number():
  global _counter
  _counter += 1
  return _counter


class Thread:
  """A thread that calls `target`, or its run() method where a subclass defines one."""

  _initialized = False

  def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
    assert group is None, "group argument must be None for now"
    if excepthook is None:
      raise RuntimeError("threading.excepthook is None")
    self._target = target
    self._args = args
    self._kwargs = {} if kwargs is None else kwargs
    if name:
      name = str(name)
    else:
      name = f"Thread-{_new_number()}"
      target_name = getattr(target, "__name__", None)
      if target_name is not None:
        name += f" ({target_name})"
    self._name = name
    self._daemonic = current_thread().daemon if daemon is None else daemon
    self._ident = None
    self._native_id = None
    self._ended = allocate_lock()
    self._was_started = False
    self._initialized = True

  def __repr__(self):
    assert self._initialized, "Thread.__init__() was not called"
    status = "initial" if not self._was_started else "started" if self.is_alive() else "stopped"
    if self._daemonic:
      status += " daemon"
    if self._ident is not None:
      status += f" {self._ident}"
    return f"<{type(self).__name__}({self._name}, {status})>"

  def start(self):
    """Start the thread; possible once."""
    if not self._initialized:
      raise RuntimeError("thread.__init__() not called")
    if self._was_started:
      raise RuntimeError("threads can only be started once")
    running = allocate_lock()
    running.acquire()
    self._ended.acquire()
    self._was_started = True
    _starting[self] = self
    if not self._daemonic:
      _ended_locks.add(self._ended)
    try:
      start_new_thread(self._bootstrap, (running,))
    except Exception:
      del _starting[self]
      _ended_locks.discard(self._ended)
      self._was_started = False
      self._ended.release()
      raise
    running.acquire()

  def run(self):
    """What the thread does."""
    try:
      if self._target is not None:
        self._target(*self._args, **self._kwargs)
    finally:
      del self._target, self._args, self._kwargs

  def _bootstrap(self, running):
    self._ident = get_ident()
    self._native_id = get_native_id()
    _active[self._ident] = self
    del _starting[self]
    running.release()
    try:
      try:
        if _profile_function is not None:
          _sys.setprofile(_profile_function)
        self.run()
      except:
        _report_exception(self)
    finally:
      del _active[self._ident]
      # The identifier may be given to another thread, which has no loop.
      events = _sys.modules.get("asyncio.events")
      if events is not None:
        events._forget_thread(self._ident)
      _ended_locks.discard(self._ended)
      self._ended.release()

  def join(self, timeout=None):
    """Wait until the thread has ended, at most `timeout` seconds."""
    if not self._initialized:
      raise RuntimeError("Thread.__init__() not called")
    if not self._was_started:
      raise RuntimeError("cannot join thread before it is started")
    if self is current_thread():
      raise RuntimeError("cannot join current thread")
    if self._ended.acquire(True, -1 if timeout is None else max(timeout, 0)):
      self._ended.release()

  def is_alive(self):
    """Whether the thread was started and has not ended."""
    assert self._initialized, "Thread.__init__() not called"
    return self._was_started and self._ended.locked() and not _ends_now(self)

  @property
  def name(self):
    """A text for people."""
    assert self._initialized, "Thread.__init__() not called"
    return self._name

  @name.setter
  def name(self, name):
    assert self._initialized, "Thread.__init__() not called"
    self._name = str(name)

  @property
  def ident(self):
    """The number that get_ident() gives in the thread; None before it runs."""
    assert self._initialized, "Thread.__init__() not called"
    return self._ident

  @property
  def native_id(self):
    """The operating system's number of the thread; None before it runs."""
    assert self._initialized, "Thread.__init__() not called"
    return self._native_id

  @property
  def daemon(self):
    """Whether the program may end while the thread runs."""
    assert self._initialized, "Thread.__init__() not called"
    return self._daemonic

  @daemon.setter
  def daemon(self, daemonic):
    if not self._initialized:
      raise RuntimeError("Thread.__init__() not called")
    if self._was_started:
      raise RuntimeError("cannot set daemon status of active thread")
    self._daemonic = daemonic

  def isDaemon(self):
    """The older form of `daemon`."""
    _warn_deprecated("isDaemon", "get the daemon attribute")
    return self.daemon

  def setDaemon(self, daemonic):
    """The older form of setting `daemon`."""
    _warn_deprecated("setDaemon", "set the daemon attribute")
    self.daemon = daemonic

  def getName(self):
    """The older form of `name`."""
    _warn_deprecated("getName", "get the name attribute")
    return self.name

  def setName(self, name):
    """The older form of setting `name`."""
    _warn_deprecated("setName", "set the name attribute")
    self.name = name


def _ends_now(thread):
  """Somebody who joins holds the lock for a moment after the thread has ended."""
  return thread._ident is not None and _active.get(thread._ident) is not thread


class Timer(Thread):
  """Calls function(*args, **kwargs) after `interval` seconds, unless it is cancelled before."""

  def __init__(self, interval, function, args=None, kwargs=None):
    Thread.__init__(self)
    self.interval = interval
    self.function = function
    self.args = args if args is not None else []
    self.kwargs = kwargs if kwargs is not None else {}
    self.finished = Event()

  def cancel(self):
    """Do not call, if it has not happened yet."""
    self.finished.set()

  def run(self):
    self.finished.wait(self.interval)
    if not self.finished.is_set():
      self.function(*self.args, **self.kwargs)
    self.finished.set()


class _ForeignThread(Thread):
  """The main thread, and threads that were not started here."""

  def __init__(self, name, daemon):
    Thread.__init__(self, name=name, daemon=daemon)
    self._was_started = True
    self._ended.acquire()
    self._ident = get_ident()
    self._native_id = get_native_id()
    _active[self._ident] = self


class _MainThread(_ForeignThread):
  pass


class _DummyThread(_ForeignThread):
  def join(self, timeout=None):
    assert False, "cannot join a dummy thread"


def current_thread():
  """The Thread object of the caller."""
  thread = _active.get(get_ident())
  if thread is None:
    thread = _DummyThread(f"Dummy-{_new_number()}", True)
  return thread


def main_thread():
  """The Thread object of the thread in which the program began."""
  return _main_thread


def enumerate():
  """All threads that are alive."""
  return [*_active.values(), *_starting.values()]


def active_count():
  """How many threads are alive."""
  return len(_active) + len(_starting)


def currentThread():
  """The older name of current_thread()."""
  _warn_deprecated("currentThread", "use current_thread()")
  return current_thread()


def activeCount():
  """The older name of active_count()."""
  _warn_deprecated("activeCount", "use active_count()")
  return active_count()


# -- exceptions that end a thread

def settrace(func):
  """Only None: programs can't trace their execution."""
  _sys.settrace(func)


def gettrace():
  """The trace function: None."""
  return _sys.gettrace()


_profile_function = None


def setprofile(func):
  """The profile function of threads that start from now on, see sys.setprofile(); None: no more."""
  global _profile_function
  _profile_function = func


def getprofile():
  """The profile function of threads that start, or None."""
  return _profile_function


def excepthook(args, /):
  """Write the exception that ended a thread to stderr. A program may put another function in its place."""
  if type(args) is not ExceptHookArgs:
    raise TypeError("_thread.excepthook argument type must be ExceptHookArgs")
  if args.exc_type is SystemExit:
    return
  stderr = _sys.stderr
  if stderr is None:
    return
  name = args.thread.name if args.thread is not None else get_ident()
  stderr.write(f"Exception in thread {name}:\n")
  _sys.__excepthook__(args.exc_type, args.exc_value, args.exc_traceback)
  stderr.flush()


__excepthook__ = excepthook


def _report_exception(thread):
  try:
    (excepthook or __excepthook__)(ExceptHookArgs([*_sys.exc_info(), thread]))
  except Exception as error:
    error.__suppress_context__ = True
    if _sys.stderr is not None:
      _sys.stderr.write("Exception in threading.excepthook:\n")
    _sys.excepthook(*_sys.exc_info())


# -- values of one thread

def _find_space(obj, spaces, arguments, is_new):
  """The calling thread's dictionary of a `local`; __init__ runs in every thread that uses the object, in that of a new one by the class itself."""
  ident = get_ident()
  thread = _active.get(ident)
  entry = spaces.get(ident)
  # An identifier may be used again: the entry says whose it is.
  if entry is None or entry[0] is not thread:
    for other in [key for key, (owner, _) in spaces.items() if owner is not None and not owner.is_alive()]:
      spaces.pop(other, None)
    entry = spaces[ident] = (thread, {})
    cls = type(obj)
    if not is_new and cls.__init__ is not object.__init__:
      args, kwargs = arguments
      try:
        cls.__init__(obj, *args, **kwargs)
      except:
        spaces.pop(ident, None)  # the next use of the object begins anew
        raise
  return entry[1]


# -- the end of the program

_atexit_calls = []
_shutting_down = False


def _register_atexit(func, *args, **kwargs):
  """Call func(*args, **kwargs) before the threads are waited for."""
  if _shutting_down:
    raise RuntimeError("can't register atexit after shutdown")
  _atexit_calls.append((func, args, kwargs))


def _shutdown():
  """Wait for all threads that are not daemons. The interpreter calls this when the main thread is through."""
  global _shutting_down
  if _shutting_down:
    return
  _shutting_down = True
  for func, args, kwargs in reversed(_atexit_calls):
    func(*args, **kwargs)
  # Others may wait for the main thread to end.
  if _main_thread._ident == get_ident() and _main_thread._ended.locked():
    _main_thread._ended.release()
  while _ended_locks:
    lock = next(iter(_ended_locks))
    lock.acquire()
    lock.release()
    _ended_locks.discard(lock)


def _after_fork():
  """In the child of os.fork(): the calling thread is the main one, and there are no others. The interpreter calls this."""
  global _main_thread, _shutting_down
  ident = get_ident()
  thread = _active.get(ident)
  _active.clear()
  _starting.clear()
  _ended_locks.clear()
  _atexit_calls.clear()
  _shutting_down = False
  _main_thread = _MainThread("MainThread", False) if thread is None else thread
  _active[ident] = _main_thread


_main_thread = _MainThread("MainThread", False)
