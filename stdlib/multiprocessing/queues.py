"""Queues between processes: a pipe, locks at its ends, and a thread that feeds it so that put() does not wait."""
import os
import sys
import threading
from _collections import deque
from queue import Empty, Full
from time import monotonic

from . import connection, context, synchronize, util
from .reduction import ForkingPickler

__all__ = ["Queue", "SimpleQueue", "JoinableQueue"]

_end = object()


class Queue:
  """First in, first out. With maxsize > 0, put() waits while that many items are in."""

  def __init__(self, maxsize=0, *, ctx=None):
    if maxsize <= 0:
      maxsize = synchronize.SEM_VALUE_MAX
    self._maxsize = maxsize
    self._reader, self._writer = connection.Pipe(duplex=False)
    self._rlock = synchronize.Lock(ctx=ctx)
    self._wlock = synchronize.Lock(ctx=ctx)
    self._sem = synchronize.BoundedSemaphore(maxsize, ctx=ctx)
    self._opid = os.getpid()
    self._ignore_epipe = False
    self._reset()
    util.register_after_fork(self, Queue._reset)

  def __getstate__(self):
    context.assert_spawning(self)
    return self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem, self._opid

  def __setstate__(self, state):
    (self._ignore_epipe, self._maxsize, self._reader, self._writer, self._rlock, self._wlock, self._sem,
     self._opid) = state
    self._reset()

  def _reset(self):
    self._notempty = threading.Condition(threading.Lock())
    self._buffer = deque()
    self._thread = None
    self._jointhread = None
    self._joincancelled = False
    self._closed = False
    self._close = None

  def put(self, obj, block=True, timeout=None):
    """Put an object in; Full when there is no room in time."""
    if self._closed:
      raise ValueError(f"Queue {self!r} is closed")
    if not self._sem.acquire(block, timeout):
      raise Full
    with self._notempty:
      if self._thread is None:
        self._start_thread()
      self._buffer.append(obj)
      self._notempty.notify()

  def get(self, block=True, timeout=None):
    """Take an object out; Empty when there is none in time."""
    if self._closed:
      raise ValueError(f"Queue {self!r} is closed")
    if block and timeout is None:
      with self._rlock:
        data = self._reader.recv_bytes()
      self._sem.release()
    else:
      deadline = monotonic() + timeout if block else None
      if not self._rlock.acquire(block, timeout):
        raise Empty
      try:
        if block:
          if not self._reader.poll(max(0, deadline - monotonic())):
            raise Empty
        elif not self._reader.poll():
          raise Empty
        data = self._reader.recv_bytes()
        self._sem.release()
      finally:
        self._rlock.release()
    return ForkingPickler.loads(data)

  def qsize(self):
    """How many objects are in, at this moment."""
    return self._maxsize - self._sem._semlock._get_value()

  def empty(self):
    """Whether nothing is in the pipe, at this moment."""
    return not self._reader.poll()

  def full(self):
    """Whether there is no room, at this moment."""
    return self._sem._semlock._is_zero()

  def get_nowait(self):
    return self.get(False)

  def put_nowait(self, obj):
    return self.put(obj, False)

  def close(self):
    """This process puts nothing in any more."""
    self._closed = True
    close, self._close = self._close, None
    if close:
      close()

  def join_thread(self):
    """Wait until everything is in the pipe; after close()."""
    assert self._closed, "Queue {0!r} not closed".format(self)
    if self._jointhread:
      self._jointhread()

  def cancel_join_thread(self):
    """At the end of the process, do not wait until everything is in the pipe."""
    self._joincancelled = True
    try:
      self._jointhread.cancel()
    except AttributeError:
      pass

  # -- the feeder

  def _start_thread(self):
    self._buffer.clear()
    self._thread = threading.Thread(
      target=Queue._feed, name="QueueFeederThread", daemon=True,
      args=(self._buffer, self._notempty, self._wlock, self._reader, self._writer, self._ignore_epipe,
            self._on_queue_feeder_error, self._sem))
    self._thread.start()
    if not self._joincancelled:
      self._jointhread = util.Finalize(self._thread, Queue._finalize_join, [self._thread], exitpriority=-5)
    self._close = util.Finalize(self, Queue._finalize_close, [self._buffer, self._notempty], exitpriority=10)

  @staticmethod
  def _finalize_join(thread):
    thread.join()

  @staticmethod
  def _finalize_close(buffer, notempty):
    with notempty:
      buffer.append(_end)
      notempty.notify()

  @staticmethod
  def _feed(buffer, notempty, wlock, reader, writer, ignore_epipe, on_error, sem):
    while True:
      obj = None
      try:
        with notempty:
          while not buffer:
            notempty.wait()
        while True:
          try:
            obj = buffer.popleft()
          except IndexError:
            break
          if obj is _end:
            reader.close()
            writer.close()
            return
          # Pickled before the lock is taken: it may run code of the program.
          data = ForkingPickler.dumps(obj)
          obj = None
          with wlock:
            writer.send_bytes(data)
      except Exception as error:
        if ignore_epipe and isinstance(error, BrokenPipeError):
          return
        if util.is_exiting():
          util.info("error in queue thread: %s", error)
          return
        sem.release()  # the object takes no room
        on_error(error, obj)

  @staticmethod
  def _on_queue_feeder_error(error, obj):
    import traceback
    traceback.print_exc()


class JoinableQueue(Queue):
  """A queue that counts the items that are not dealt with."""

  def __init__(self, maxsize=0, *, ctx=None):
    super().__init__(maxsize, ctx=ctx)
    self._unfinished_tasks = synchronize.Semaphore(0, ctx=ctx)
    self._cond = synchronize.Condition(ctx=ctx)

  def __getstate__(self):
    return super().__getstate__() + (self._cond, self._unfinished_tasks)

  def __setstate__(self, state):
    super().__setstate__(state[:-2])
    self._cond, self._unfinished_tasks = state[-2:]

  def put(self, obj, block=True, timeout=None):
    if self._closed:
      raise ValueError(f"Queue {self!r} is closed")
    if not self._sem.acquire(block, timeout):
      raise Full
    with self._notempty, self._cond:
      if self._thread is None:
        self._start_thread()
      self._buffer.append(obj)
      self._unfinished_tasks.release()
      self._notempty.notify()

  def task_done(self):
    """Say that an item taken out is dealt with."""
    with self._cond:
      if not self._unfinished_tasks.acquire(False):
        raise ValueError("task_done() called too many times")
      if self._unfinished_tasks._semlock._is_zero():
        self._cond.notify_all()

  def join(self):
    """Wait until every item that was put in is dealt with."""
    with self._cond:
      if not self._unfinished_tasks._semlock._is_zero():
        self._cond.wait()


class SimpleQueue:
  """A pipe with locks at its ends: put() may wait for readers."""

  def __init__(self, *, ctx=None):
    self._reader, self._writer = connection.Pipe(duplex=False)
    self._rlock = synchronize.Lock(ctx=ctx)
    self._wlock = synchronize.Lock(ctx=ctx)

  def close(self):
    """Close both ends."""
    self._reader.close()
    self._writer.close()

  def empty(self):
    """Whether nothing is in, at this moment."""
    return not self._reader.poll()

  def __getstate__(self):
    context.assert_spawning(self)
    return self._reader, self._writer, self._rlock, self._wlock

  def __setstate__(self, state):
    self._reader, self._writer, self._rlock, self._wlock = state

  def get(self):
    """Take an object out."""
    with self._rlock:
      data = self._reader.recv_bytes()
    return ForkingPickler.loads(data)

  def put(self, obj):
    """Put an object in."""
    data = ForkingPickler.dumps(obj)
    with self._wlock:
      self._writer.send_bytes(data)

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)
