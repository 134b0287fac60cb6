"""A pool of threads. Threads are started when a call comes and none is idle, up to a number."""
import posix
import threading
from _thread import allocate_lock
from queue import Empty, SimpleQueue

from . import _base

__all__ = ("ThreadPoolExecutor", "BrokenThreadPool")

_queues = {}  # worker thread -> its queue
_exiting = False
_pools = 0


def _at_exit():
  """Calls that were submitted still run; then the workers end."""
  global _exiting
  _exiting = True
  workers = list(_queues.items())
  for _, queue in workers:
    queue.put(None)
  for thread, _ in workers:
    thread.join()


threading._register_atexit(_at_exit)
posix.register_at_fork(after_in_child=_queues.clear)


class BrokenThreadPool(_base.BrokenExecutor):
  """The initializer of a worker failed."""


def _work(executor, queue, initializer, initargs):
  try:
    if initializer is not None:
      try:
        initializer(*initargs)
      except BaseException as error:
        _base._log("Exception in initializer:", error)
        executor._initializer_failed()
        return
    while True:
      item = queue.get()
      if item is None:
        if _exiting or executor._shutdown:
          queue.put(None)  # for the next worker
          return
        continue
      future, fn, args, kwargs = item
      if future.set_running_or_notify_cancel():
        try:
          result = fn(*args, **kwargs)
        except BaseException as error:
          future.set_exception(error)
        else:
          future.set_result(result)
      # An idle worker does not keep what it worked on.
      item = future = fn = args = kwargs = result = None
      with executor._lock:
        executor._idle += 1
  finally:
    _queues.pop(threading.current_thread(), None)


class ThreadPoolExecutor(_base.Executor):
  """Runs calls in at most max_workers threads."""

  def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
    global _pools
    if max_workers is None:
      import os
      max_workers = min(32, (os.cpu_count() or 1) + 4)
    if max_workers <= 0:
      raise ValueError("max_workers must be greater than 0")
    if initializer is not None and not callable(initializer):
      raise TypeError("initializer must be a callable")
    if not thread_name_prefix:
      thread_name_prefix = f"ThreadPoolExecutor-{_pools}"
      _pools += 1
    self._max_workers = max_workers
    self._work_queue = SimpleQueue()
    self._threads = []
    self._idle = 0
    self._broken = False
    self._shutdown = False
    self._lock = allocate_lock()
    self._thread_name_prefix = thread_name_prefix
    self._initializer = initializer
    self._initargs = initargs

  def submit(self, fn, /, *args, **kwargs):
    """Run fn(*args, **kwargs) elsewhere; returns its future."""
    with self._lock:
      if self._broken:
        raise BrokenThreadPool(self._broken)
      if self._shutdown:
        raise RuntimeError("cannot schedule new futures after shutdown")
      if _exiting:
        raise RuntimeError("cannot schedule new futures after interpreter shutdown")
      future = _base.Future()
      self._work_queue.put((future, fn, args, kwargs))
      if self._idle > 0:
        self._idle -= 1
        return future
      if len(self._threads) >= self._max_workers:
        return future
      thread = threading.Thread(
        name=f"{self._thread_name_prefix}_{len(self._threads)}", target=_work,
        args=(self, self._work_queue, self._initializer, self._initargs))
      self._threads.append(thread)
      _queues[thread] = self._work_queue
      thread.start()
    return future

  def _drain(self):
    """The calls that have not begun."""
    while True:
      try:
        item = self._work_queue.get_nowait()
      except Empty:
        return
      if item is not None:
        yield item[0]

  def _initializer_failed(self):
    with self._lock:
      self._broken = "A thread initializer failed, the thread pool is not usable anymore"
      for future in self._drain():
        future.set_exception(BrokenThreadPool(self._broken))

  def shutdown(self, wait=True, *, cancel_futures=False):
    with self._lock:
      self._shutdown = True
      if cancel_futures:
        for future in self._drain():
          future.cancel()
      self._work_queue.put(None)
    if wait:
      for thread in self._threads:
        thread.join()
