"""A pool of processes.

Each worker has two pipes: calls go in, results come out. One thread of the parent, the manager, hands the next call to a
worker that is idle, and sets the futures. A worker that ends without being told makes the pool unusable.

  submit() ──> _Manager.pending ──> pipe ──> _work() in a worker ──> pipe ──> _Manager ──> future
"""
import itertools
import os
import threading
import traceback
import weakref
from _collections import deque
from functools import partial

import multiprocessing
import pickle
from multiprocessing.connection import Pipe
from multiprocessing.connection import wait as _wait_for
from multiprocessing.reduction import ForkingPickler

from . import _base

__all__ = ("ProcessPoolExecutor", "BrokenProcessPool")

# How many calls count as running beyond those that a worker has: they cannot be cancelled any more.
EXTRA_QUEUED_CALLS = 1

_managers = set()  # weak references to those that run
_exiting = False


def _at_exit():
  """Calls that were submitted still run; then the workers end."""
  global _exiting
  _exiting = True
  managers = [manager for known in list(_managers) if (manager := known()) is not None and manager.owner_pid == os.getpid()]
  for manager in managers:
    manager.wake()
  for manager in managers:
    manager.join()


threading._register_atexit(_at_exit)


class BrokenProcessPool(_base.BrokenExecutor):
  """A worker process ended unexpectedly."""


# -- exceptions between processes

class _RemoteTraceback(Exception):
  """The text of a traceback in another process, as the cause of an exception."""

  def __init__(self, tb):
    self.tb = tb

  def __str__(self):
    return self.tb


class _ExceptionWithTraceback:
  """An exception that takes the text of its traceback along."""

  def __init__(self, exc, tb):
    text = "".join(traceback.format_exception(type(exc), exc, tb))
    self.exc = exc
    self.exc.__traceback__ = None
    self.tb = '\n"""\n%s"""' % text

  def __reduce__(self):
    return _rebuild_exc, (self.exc, self.tb)


def _rebuild_exc(exc, tb):
  exc.__cause__ = _RemoteTraceback(tb)
  return exc


# -- in the worker

def _work(tasks, results, initializer, initargs, max_tasks, inherited):
  """The life of a worker: calls until the pipe is closed."""
  # The parent's ends, which fork() copied: with them this process would keep its siblings alive.
  for end in inherited:
    end.close()
  if initializer is not None:
    try:
      initializer(*initargs)
    except BaseException as error:
      _base._log("Exception in initializer:", error)
      return
  for count in itertools.count(1):
    try:
      data = tasks.recv_bytes()
    except EOFError:
      return
    if not data:
      return
    number, fn, args, kwargs = pickle.loads(data)
    last = max_tasks is not None and count >= max_tasks
    result = exception = None
    try:
      result = fn(*args, **kwargs)
    except BaseException as error:
      exception = _ExceptionWithTraceback(error, error.__traceback__)
    try:
      data = ForkingPickler.dumps((number, exception, result, last))
    except BaseException as error:
      data = ForkingPickler.dumps((number, _ExceptionWithTraceback(error, error.__traceback__), None, last))
    results.send_bytes(data)
    if last:
      return
    # An idle worker does not keep what it worked on.
    del data, fn, args, kwargs, result, exception


# -- in the parent

class _Call:
  """A call that was submitted and is not done."""

  def __init__(self, future, fn, args, kwargs):
    self.future = future
    self.fn = fn
    self.args = args
    self.kwargs = kwargs


class _Worker:
  """A worker process and the parent's ends of its pipes."""

  def __init__(self, pool):
    child_tasks, self.tasks = Pipe(duplex=False)
    self.results, child_results = Pipe(duplex=False)
    inherited = ()
    if pool.context.get_start_method(allow_none=False) == "fork":
      inherited = [self.tasks, self.results]
      for other in pool.workers:
        inherited += [other.tasks, other.results]
    self.process = pool.context.Process(
      target=_work, args=(child_tasks, child_results, pool.initializer, pool.initargs, pool.max_tasks, inherited))
    self.process.start()
    child_tasks.close()
    child_results.close()
    self.number = None  # of the call that it works on

  def close(self):
    """No more calls: the worker ends. Other children of the parent may have copies of the pipe, so its end is not enough."""
    try:
      self.tasks.send_bytes(b"")
    except OSError:
      pass  # it has ended
    self.tasks.close()
    self.results.close()


class _Manager(threading.Thread):
  """Gives calls to workers and results to futures. It knows nothing of the executor, which may be collected."""

  def __init__(self, max_workers, context, initializer, initargs, max_tasks):
    super().__init__(name="ExecutorManagerThread")
    self.max_workers = max_workers
    self.context = context
    self.initializer = initializer
    self.initargs = initargs
    self.max_tasks = max_tasks
    self.owner_pid = os.getpid()
    self.lock = threading.Lock()  # of what follows
    self.pending = {}             # number -> _Call, all that are not done
    self.waiting = deque()        # numbers of those that nobody works on
    self.chosen = deque()         # numbers of those that run next
    self.workers = []
    self.numbers = itertools.count()
    self.shutting_down = False
    self.cancel_pending = False
    self.broken = False
    self._wake_reader, self._wake_writer = Pipe(duplex=False)

  # -- called by the executor, with the lock

  def add(self, call):
    number = next(self.numbers)
    self.pending[number] = call
    self.waiting.append(number)
    self._adjust_workers()
    if not self.is_alive():
      _managers.add(weakref.ref(self, _managers.discard))
      self.start()
    self.wake()

  def _adjust_workers(self):
    if self.context.get_start_method(allow_none=False) == "fork":
      # All at once, before this process has threads that a copy would lack.
      while len(self.workers) < self.max_workers and not self.is_alive():
        self.workers.append(_Worker(self))
    elif len(self.workers) < self.max_workers and \
        len(self.waiting) + len(self.chosen) > sum(worker.number is None for worker in self.workers):
      self.workers.append(_Worker(self))

  def wake(self):
    try:
      if not self._wake_reader.poll():
        self._wake_writer.send_bytes(b"")
    except OSError:
      pass  # it has ended

  # -- the thread

  def run(self):
    try:
      with self.lock:
        self._hand_out()  # what could have begun by now is not cancelled
      while True:
        with self.lock:
          if self.cancel_pending:
            self._cancel_waiting()
          self._hand_out()
          if (self.shutting_down or _exiting) and not self.pending:
            break
          ends = {worker.results: worker for worker in self.workers}
        ready = _wait_for([self._wake_reader, *ends, *[worker.process.sentinel for worker in ends.values()]])
        if self._wake_reader in ready:
          while self._wake_reader.poll():
            self._wake_reader.recv_bytes()
        for end, worker in ends.items():
          if end in ready or worker.process.sentinel in ready:
            if not self._receive(worker):
              return
    finally:
      self._end_workers()

  def _choose(self):
    """With the lock: calls that run soon can't be cancelled any more; whether there are any."""
    busy = sum(worker.number is not None for worker in self.workers)
    while self.waiting and busy + len(self.chosen) < self.max_workers + EXTRA_QUEUED_CALLS:
      number = self.waiting.popleft()
      if self.pending[number].future.set_running_or_notify_cancel():
        self.chosen.append(number)
      else:
        del self.pending[number]
    return bool(self.chosen)

  def _hand_out(self):
    """With the lock: give calls to idle workers. One that can't be pickled makes room for the next."""
    idle = [worker for worker in self.workers if worker.number is None]
    while self._choose() and idle:
      number = self.chosen.popleft()
      call = self.pending[number]
      try:
        data = ForkingPickler.dumps((number, call.fn, call.args, call.kwargs))
      except Exception as error:
        text = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        error.__cause__ = _RemoteTraceback('\n"""\n{}"""'.format(text))
        del self.pending[number]
        call.future.set_exception(error)
        continue
      worker = idle.pop(0)
      worker.number = number
      try:
        worker.tasks.send_bytes(data)
      except OSError:
        pass  # it died: its end of the other pipe says so

  def _receive(self, worker):
    """Take the result of a worker; False when it died and the pool with it."""
    try:
      if not worker.results.poll():
        if worker.process.is_alive():
          return True
        raise EOFError
      data = worker.results.recv_bytes()
      number, exception, result, last = pickle.loads(data)
    except (EOFError, OSError):
      self._break(None)
      return False
    except BaseException as error:
      self._break(traceback.format_exception(type(error), error, error.__traceback__))
      return False
    with self.lock:
      worker.number = None
      call = self.pending.pop(number, None)
    if call is not None:
      if exception is not None:
        call.future.set_exception(exception)
      else:
        call.future.set_result(result)
    if last:
      worker.process.join()
      with self.lock:
        self.workers.remove(worker)
        worker.close()
        if self.waiting or self.chosen:
          self.workers.append(_Worker(self))
    return True

  def _cancel_waiting(self):
    """With the lock."""
    self.cancel_pending = False
    while self.waiting:
      number = self.waiting.popleft()
      self.pending.pop(number).future.cancel()

  def _break(self, cause):
    with self.lock:
      self.broken = "A child process terminated abruptly, the process pool is not usable anymore"
      pending = list(self.pending.values())
      self.pending.clear()
      self.waiting.clear()
      self.chosen.clear()
    error = BrokenProcessPool("A process in the process pool was terminated abruptly while the future was running or "
                              "pending.")
    if cause is not None:
      error.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(cause)}'''")
    for call in pending:
      try:
        call.future.set_exception(error)
      except _base.InvalidStateError:
        pass  # it was cancelled
    for worker in self.workers:
      worker.process.terminate()

  def _end_workers(self):
    for worker in self.workers:
      worker.close()
    for worker in self.workers:
      worker.process.join()
    with self.lock:
      self.workers.clear()
      self._wake_reader.close()
      self._wake_writer.close()


def _wake_without_executor(manager):
  """The executor was collected: nobody can submit any more."""
  manager.shutting_down = True
  manager.wake()


def _process_chunk(fn, chunk):
  return [fn(*args) for args in chunk]


def _chunks(*iterables, chunksize):
  iterator = zip(*iterables)
  while chunk := tuple(itertools.islice(iterator, chunksize)):
    yield chunk


def _chain_lists(lists):
  for items in lists:
    items.reverse()
    while items:
      yield items.pop()


class ProcessPoolExecutor(_base.Executor):
  """Runs calls in at most max_workers processes; functions, arguments and results are pickled."""

  def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
    if max_workers is None:
      max_workers = os.cpu_count() or 1
    elif max_workers <= 0:
      raise ValueError("max_workers must be greater than 0")
    if mp_context is None:
      mp_context = multiprocessing.get_context("spawn" if max_tasks_per_child is not None else None)
    if initializer is not None and not callable(initializer):
      raise TypeError("initializer must be a callable")
    if max_tasks_per_child is not None:
      if not isinstance(max_tasks_per_child, int):
        raise TypeError("max_tasks_per_child must be an integer")
      if max_tasks_per_child <= 0:
        raise ValueError("max_tasks_per_child must be >= 1")
      if mp_context.get_start_method(allow_none=False) == "fork":
        raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a "
                         "different mp_context.")
    self._max_workers = max_workers
    self._manager = _Manager(max_workers, mp_context, initializer, initargs, max_tasks_per_child)
    self._collected = weakref.ref(self, lambda _, manager=self._manager: _wake_without_executor(manager))

  @property
  def _processes(self):
    """The workers by process number."""
    return {worker.process.pid: worker.process for worker in self._manager.workers}

  def submit(self, fn, /, *args, **kwargs):
    """Run fn(*args, **kwargs) elsewhere; returns its future."""
    manager = self._manager
    with manager.lock:
      if manager.broken:
        raise BrokenProcessPool(manager.broken)
      if manager.shutting_down:
        raise RuntimeError("cannot schedule new futures after shutdown")
      if _exiting:
        raise RuntimeError("cannot schedule new futures after interpreter shutdown")
      future = _base.Future()
      manager.add(_Call(future, fn, args, kwargs))
    return future

  submit.__doc__ = _base.Executor.submit.__doc__

  def map(self, fn, *iterables, timeout=None, chunksize=1):
    """Iterate over fn's results for the items of the iterables, in order; chunks of chunksize items are one call."""
    if chunksize < 1:
      raise ValueError("chunksize must be >= 1.")
    return _chain_lists(super().map(partial(_process_chunk, fn), _chunks(*iterables, chunksize=chunksize),
                                    timeout=timeout))

  def shutdown(self, wait=True, *, cancel_futures=False):
    manager = self._manager
    with manager.lock:
      manager.cancel_pending = manager.cancel_pending or cancel_futures
      manager.shutting_down = True
      alive = manager.is_alive()
      if alive:
        manager.wake()
    if alive and wait:
      manager.join()

  shutdown.__doc__ = _base.Executor.shutdown.__doc__
