"""Pools: workers that share calls.

The parent has three threads: one puts calls into the workers' pipe, one takes results out of theirs, and one replaces
workers that have ended. A ThreadPool has threads as workers and queues in the place of the pipes.
"""
import collections
import itertools
import os
import queue
import threading
from time import monotonic

from . import get_context, util
from .connection import wait
from .context import TimeoutError

__all__ = ["Pool", "ThreadPool"]

_INIT, _RUN, _CLOSE, _TERMINATE = "INIT", "RUN", "CLOSE", "TERMINATE"
_job_counter = itertools.count()


def mapstar(args):
  return list(map(*args))


def starmapstar(args):
  return list(itertools.starmap(args[0], args[1]))


# -- exceptions between processes

class RemoteTraceback(Exception):
  """The text of a traceback in another process, as the cause of an exception."""

  def __init__(self, tb):
    self.tb = tb

  def __str__(self):
    return self.tb


class ExceptionWithTraceback:
  """An exception that takes the text of its traceback along."""

  def __init__(self, exc, tb):
    import traceback
    self.exc = exc
    self.tb = '\n"""\n%s"""' % "".join(traceback.format_exception(type(exc), exc, tb))

  def __reduce__(self):
    return rebuild_exc, (self.exc, self.tb)


def rebuild_exc(exc, tb):
  exc.__cause__ = RemoteTraceback(tb)
  return exc


class MaybeEncodingError(Exception):
  """A result cannot be sent."""

  def __init__(self, exc, value):
    self.exc = repr(exc)
    self.value = repr(value)
    super().__init__(self.exc, self.value)

  def __str__(self):
    return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

  def __repr__(self):
    return "<%s: %s>" % (type(self).__name__, self)


# -- in the worker

def worker(inqueue, outqueue, initializer=None, initargs=(), maxtasks=None, wrap_exception=False):
  """The life of a worker."""
  if maxtasks is not None and not (isinstance(maxtasks, int) and maxtasks >= 1):
    raise AssertionError("Maxtasks {!r} is not valid".format(maxtasks))
  if hasattr(inqueue, "_writer"):
    inqueue._writer.close()
    outqueue._reader.close()
  if initializer is not None:
    initializer(*initargs)
  completed = 0
  while maxtasks is None or completed < maxtasks:
    try:
      task = inqueue.get()
    except (EOFError, OSError):
      util.debug("worker got EOFError or OSError -- exiting")
      break
    if task is None:
      util.debug("worker got sentinel -- exiting")
      break
    job, i, func, args, kwargs = task
    try:
      result = (True, func(*args, **kwargs))
    except Exception as error:
      if wrap_exception and func is not _fail_with:
        error = ExceptionWithTraceback(error, error.__traceback__)
      result = (False, error)
    try:
      outqueue.put((job, i, result))
    except Exception as error:
      util.debug("Possible encoding error while sending result: %s", error)
      outqueue.put((job, i, (False, MaybeEncodingError(error, result[1]))))
    task = job = result = func = args = kwargs = None
    completed += 1
  util.debug("worker exiting after %d tasks" % completed)


def _fail_with(error):
  raise error


# -- the pool

class Pool:
  """Worker processes that share calls."""

  _wrap_exception = True

  def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
    self._pool = []
    self._state = _INIT
    self._ctx = context or get_context()
    if processes is None:
      processes = os.cpu_count() or 1
    if processes < 1:
      raise ValueError("Number of processes must be at least 1")
    if maxtasksperchild is not None and not (isinstance(maxtasksperchild, int) and maxtasksperchild > 0):
      raise ValueError("maxtasksperchild must be a positive int or None")
    if initializer is not None and not callable(initializer):
      raise TypeError("initializer must be a callable")
    self._processes = processes
    self._initializer = initializer
    self._initargs = initargs
    self._maxtasksperchild = maxtasksperchild
    self._cache = {}                      # job number -> result object, while it is not complete
    self._taskqueue = queue.SimpleQueue()
    self._changed = threading.Event()     # the maintainer has something to look at
    self._lock = threading.Lock()
    self._setup_queues()
    try:
      self._start_workers()
    except Exception:
      for process in self._pool:
        if process.exitcode is None:
          process.terminate()
      for process in self._pool:
        process.join()
      raise
    self._threads = [threading.Thread(target=target, daemon=True, name=name) for target, name in (
      (self._feed, "PoolTasks"), (self._collect, "PoolResults"), (self._maintain, "PoolWorkers"))]
    for thread in self._threads:
      thread.start()
    self._terminate = util.Finalize(self, self._terminate_now, exitpriority=15)
    self._state = _RUN

  def __repr__(self):
    cls = type(self)
    return f"<{cls.__module__}.{cls.__qualname__} state={self._state} pool_size={len(self._pool)}>"

  def __reduce__(self):
    raise NotImplementedError("pool objects cannot be passed between processes or pickled")

  def __del__(self):
    if self._state == _RUN:
      import warnings
      warnings.warn(f"unclosed running multiprocessing pool {self!r}", ResourceWarning, source=self)

  # -- workers

  def _setup_queues(self):
    self._inqueue = self._ctx.SimpleQueue()
    self._outqueue = self._ctx.SimpleQueue()
    self._wake_reader, self._wake_writer = self._ctx.Pipe(duplex=False)

  def _next_result(self):
    """What a worker sent; None after _wake_collector()."""
    if self._state == _TERMINATE:
      return None
    if self._outqueue._reader in wait([self._outqueue._reader, self._wake_reader]):
      return self._outqueue.get()
    self._wake_reader.recv_bytes()
    return None

  def _wake_collector(self):
    # Not through the workers' queue: one that was killed may have kept its lock.
    self._wake_writer.send_bytes(b"")

  def _stop_workers(self):
    """Kill the workers; what is in their pipe is thrown away, so that the feeder does not wait."""
    with self._lock:
      for process in self._pool:
        if process.exitcode is None:
          process.terminate()
      for process in self._pool:
        process.join()
    while self._threads[0].is_alive():
      if self._inqueue._reader.poll(0.01):
        os.read(self._inqueue._reader.fileno(), 65536)
    self._outqueue._writer.close()  # the end of a result that was never sent whole

  def Process(self, *args, **kwargs):
    return self._ctx.Process(*args, **kwargs)

  def _start_workers(self):
    while len(self._pool) < self._processes:
      process = self.Process(target=worker, args=(self._inqueue, self._outqueue, self._initializer, self._initargs,
                                                  self._maxtasksperchild, self._wrap_exception))
      process.name = process.name.replace("Process", "PoolWorker")
      process.daemon = True
      process.start()
      self._pool.append(process)

  def _maintain(self):
    """Replaces workers that have ended, until the pool is closed and all results are there."""
    while True:
      with self._lock:
        if self._state in (_RUN, _INIT) or (self._state == _CLOSE and self._cache):
          for i in reversed(range(len(self._pool))):
            if self._pool[i].exitcode is not None:
              self._pool[i].join()
              del self._pool[i]
          self._start_workers()
        else:
          break
      self._wait_for_change()
    self._taskqueue.put(None)

  def _wait_for_change(self):
    self._changed.wait(0.1)
    self._changed.clear()

  def _feed(self):
    """Puts calls into the workers' pipe."""
    while True:
      batch = self._taskqueue.get()
      if batch is None:
        break
      tasks, set_length = batch
      task = None
      i = -1
      try:
        for i, task in enumerate(tasks):
          if self._state == _TERMINATE:
            return
          try:
            self._inqueue.put(task)
          except Exception as error:
            job, number = task[:2]
            result = self._cache.get(job)
            if result is not None:
              result._set(number, (False, error))
        if set_length:
          set_length(i + 1)
      except Exception as error:
        # The iterable of imap() raised.
        if set_length:
          job = task[0] if task else None
          if job in self._cache:
            self._cache[job]._set(i + 1, (False, error))
          set_length(i + 2)
    if self._state == _TERMINATE:
      return
    try:
      self._wake_collector()
      for _ in self._pool:
        self._inqueue.put(None)
    except OSError:
      util.debug("task handler got OSError when sending sentinels")

  def _collect(self):
    """Takes results out of the workers' pipe."""
    ending = False
    while not ending or (self._cache and self._state != _TERMINATE):
      try:
        task = self._next_result()
      except (OSError, EOFError):
        util.debug("result handler got EOFError/OSError -- exiting")
        return
      if task is None:
        ending = True
        continue
      job, i, outcome = task
      result = self._cache.get(job)
      if result is not None:
        result._set(i, outcome)
      task = job = outcome = result = None

  # -- calls

  def _check_running(self):
    if self._state != _RUN:
      raise ValueError("Pool not running")

  def apply(self, func, args=(), kwds={}):
    """func(*args, **kwds) in a worker."""
    return self.apply_async(func, args, kwds).get()

  def map(self, func, iterable, chunksize=None):
    """A list of func's results for the items."""
    return self._map_async(func, iterable, mapstar, chunksize).get()

  def starmap(self, func, iterable, chunksize=None):
    """map() for tuples of arguments."""
    return self._map_async(func, iterable, starmapstar, chunksize).get()

  def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
    """starmap() that does not wait."""
    return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

  def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
    """map() that does not wait."""
    return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

  def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
    """apply() that does not wait."""
    self._check_running()
    result = ApplyResult(self, callback, error_callback)
    self._taskqueue.put(([(result._job, 0, func, args, kwds)], None))
    return result

  def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
    self._check_running()
    if not hasattr(iterable, "__len__"):
      iterable = list(iterable)
    if chunksize is None:
      chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
      if extra:
        chunksize += 1
    if len(iterable) == 0:
      chunksize = 0
    result = MapResult(self, chunksize, len(iterable), callback, error_callback=error_callback)
    self._taskqueue.put((self._numbered(result._job, mapper, Pool._get_tasks(func, iterable, chunksize)), None))
    return result

  def imap(self, func, iterable, chunksize=1):
    """Iterate over func's results for the items, in order."""
    return self._imap(IMapIterator, func, iterable, chunksize)

  def imap_unordered(self, func, iterable, chunksize=1):
    """imap() in the order in which the results come."""
    return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

  def _imap(self, kind, func, iterable, chunksize):
    self._check_running()
    result = kind(self)
    if chunksize == 1:
      tasks = ((result._job, i, func, (item,), {}) for i, item in enumerate(iterable))
      self._taskqueue.put((tasks, result._set_length))
      return result
    if chunksize < 1:
      raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
    batches = Pool._get_tasks(func, iterable, chunksize)
    self._taskqueue.put((self._numbered(result._job, mapstar, batches), result._set_length))
    return (item for chunk in result for item in chunk)

  @staticmethod
  def _get_tasks(func, iterable, size):
    iterator = iter(iterable)
    while True:
      items = tuple(itertools.islice(iterator, size))
      if not items:
        return
      yield func, items

  @staticmethod
  def _numbered(job, mapper, batches):
    for i, batch in enumerate(batches):
      yield job, i, mapper, (batch,), {}

  # -- the end

  def close(self):
    """Take no more calls."""
    util.debug("closing pool")
    if self._state == _RUN:
      self._state = _CLOSE
      self._changed.set()

  def terminate(self):
    """End the workers at once."""
    util.debug("terminating pool")
    self._state = _TERMINATE
    self._terminate()

  def join(self):
    """Wait for the workers to end; after close() or terminate()."""
    util.debug("joining pool")
    if self._state == _RUN:
      raise ValueError("Pool is still running")
    if self._state not in (_CLOSE, _TERMINATE):
      raise ValueError("In unknown state")
    for thread in reversed(self._threads):
      thread.join()
    for process in self._pool:
      process.join()

  def __enter__(self):
    self._check_running()
    return self

  def __exit__(self, exc_type, exc_val, exc_tb):
    self.terminate()

  def _terminate_now(self):
    self._state = _TERMINATE
    self._changed.set()
    self._taskqueue.put(None)
    self._stop_workers()
    self._wake_collector()
    for thread in self._threads:
      if thread is not threading.current_thread():
        thread.join()


class ApplyResult:
  """The result of a call, once it is there."""

  def __init__(self, pool, callback, error_callback):
    self._pool = pool
    self._event = threading.Event()
    self._job = next(_job_counter)
    self._cache = pool._cache
    self._callback = callback
    self._error_callback = error_callback
    self._cache[self._job] = self

  def ready(self):
    """Whether the call is done."""
    return self._event.is_set()

  def successful(self):
    """Whether the call is done and did not raise."""
    if not self.ready():
      raise ValueError("{0!r} not ready".format(self))
    return self._success

  def wait(self, timeout=None):
    """Wait for the result."""
    self._event.wait(timeout)

  def get(self, timeout=None):
    """Wait for the result, and return or raise it."""
    self.wait(timeout)
    if not self.ready():
      raise TimeoutError
    if self._success:
      return self._value
    raise self._value

  def _set(self, i, outcome):
    self._success, self._value = outcome
    if self._callback and self._success:
      self._callback(self._value)
    if self._error_callback and not self._success:
      self._error_callback(self._value)
    self._finish()

  def _finish(self):
    self._event.set()
    self._cache.pop(self._job, None)
    if not self._cache:
      self._pool._changed.set()
    self._pool = None

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


AsyncResult = ApplyResult


class MapResult(ApplyResult):
  """The list of map()."""

  def __init__(self, pool, chunksize, length, callback, error_callback):
    super().__init__(pool, callback, error_callback)
    self._success = True
    self._value = [None] * length
    self._chunksize = chunksize
    if chunksize <= 0:
      self._left = 0
      self._finish()
    else:
      self._left = length // chunksize + bool(length % chunksize)

  def _set(self, i, outcome):
    self._left -= 1
    success, result = outcome
    if success and self._success:
      self._value[i * self._chunksize:(i + 1) * self._chunksize] = result
      if self._left == 0:
        if self._callback:
          self._callback(self._value)
        self._finish()
      return
    if not success and self._success:
      self._success = False
      self._value = result
    if self._left == 0:
      if self._error_callback:
        self._error_callback(self._value)
      self._finish()


class IMapIterator:
  """The results of imap(), in order."""

  def __init__(self, pool):
    self._pool = pool
    self._cond = threading.Condition(threading.Lock())
    self._job = next(_job_counter)
    self._cache = pool._cache
    self._items = collections.deque()
    self._index = 0
    self._length = None
    self._unsorted = {}
    self._cache[self._job] = self

  def __iter__(self):
    return self

  def next(self, timeout=None):
    """The next result; TimeoutError when it is not there in time."""
    deadline = None if timeout is None else monotonic() + timeout
    with self._cond:
      while not self._items:
        if self._index == self._length:
          self._pool = None
          raise StopIteration
        left = None if deadline is None else deadline - monotonic()
        if left is not None and left <= 0:
          raise TimeoutError
        self._cond.wait(left)
      success, value = self._items.popleft()
    if success:
      return value
    raise value

  __next__ = next

  def _set(self, i, outcome):
    with self._cond:
      self._add(i, outcome)
      self._cond.notify()
      if self._index == self._length:
        self._done()

  def _add(self, i, outcome):
    self._unsorted[i] = outcome
    while self._index in self._unsorted:
      self._items.append(self._unsorted.pop(self._index))
      self._index += 1

  def _set_length(self, length):
    with self._cond:
      self._length = length
      if self._index == length:
        self._cond.notify()
        self._done()

  def _done(self):
    self._cache.pop(self._job, None)
    pool, self._pool = self._pool, None
    if pool is not None and not self._cache:
      pool._changed.set()


class IMapUnorderedIterator(IMapIterator):
  """The results of imap_unordered()."""

  def _add(self, i, outcome):
    self._items.append(outcome)
    self._index += 1


# -- threads instead of processes

class _ThreadWorker(threading.Thread):
  """A thread with what a pool asks of a process."""

  @property
  def exitcode(self):
    return None if self.is_alive() or self.ident is None else 0

  def terminate(self):
    """A thread ends when it finds the end of the queue."""


class ThreadPool(Pool):
  """Threads that share calls."""

  _wrap_exception = False

  def __init__(self, processes=None, initializer=None, initargs=()):
    Pool.__init__(self, processes, initializer, initargs)

  def Process(self, *args, **kwargs):
    return _ThreadWorker(*args, **kwargs)

  def _setup_queues(self):
    self._inqueue = queue.SimpleQueue()
    self._outqueue = queue.SimpleQueue()

  def _next_result(self):
    return self._outqueue.get()

  def _wake_collector(self):
    self._outqueue.put(None)

  def _stop_workers(self):
    with self._lock:
      try:
        while True:
          self._inqueue.get(block=False)
      except queue.Empty:
        pass
      for _ in self._pool:
        self._inqueue.put(None)
      for thread in self._pool:
        thread.join()
