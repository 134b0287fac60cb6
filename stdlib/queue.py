"""Queues between threads."""
from _thread import allocate_lock
from _collections import deque
from time import monotonic as _time

import threading

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
  """Nothing is in the queue."""


class Full(Exception):
  """There is no room in the queue."""


class Queue:
  """First in, first out. With maxsize > 0, put() waits while that many items are in.

  Subclasses may define _init, _qsize, _put and _get to keep the items in another way.
  """

  def __init__(self, maxsize=0):
    self.maxsize = maxsize
    self._init(maxsize)
    self.mutex = allocate_lock()  # held while anything below changes
    self.not_empty = threading.Condition(self.mutex)
    self.not_full = threading.Condition(self.mutex)
    self.all_tasks_done = threading.Condition(self.mutex)
    self.unfinished_tasks = 0

  def task_done(self):
    """Say that an item taken out is dealt with; join() counts them."""
    with self.all_tasks_done:
      unfinished = self.unfinished_tasks - 1
      if unfinished < 0:
        raise ValueError("task_done() called too many times")
      if unfinished == 0:
        self.all_tasks_done.notify_all()
      self.unfinished_tasks = unfinished

  def join(self):
    """Wait until every item that was put in is dealt with."""
    with self.all_tasks_done:
      while self.unfinished_tasks:
        self.all_tasks_done.wait()

  def qsize(self):
    """How many items are in, at this moment."""
    with self.mutex:
      return self._qsize()

  def empty(self):
    """Whether nothing is in, at this moment."""
    with self.mutex:
      return not self._qsize()

  def full(self):
    """Whether maxsize items are in, at this moment."""
    with self.mutex:
      return 0 < self.maxsize <= self._qsize()

  def put(self, item, block=True, timeout=None):
    """Put an item in, when there is room; raises Full when there is none in time."""
    with self.not_full:
      if self.maxsize > 0:
        _wait_while(lambda: self._qsize() >= self.maxsize, self.not_full, block, timeout, Full)
      self._put(item)
      self.unfinished_tasks += 1
      self.not_empty.notify()

  def get(self, block=True, timeout=None):
    """Take an item out, when there is one; raises Empty when there is none in time."""
    with self.not_empty:
      _wait_while(lambda: not self._qsize(), self.not_empty, block, timeout, Empty)
      item = self._get()
      self.not_full.notify()
      return item

  def put_nowait(self, item):
    """Put an item in now, or raise Full."""
    return self.put(item, block=False)

  def get_nowait(self):
    """Take an item out now, or raise Empty."""
    return self.get(block=False)

  def _init(self, maxsize):
    self.queue = deque()

  def _qsize(self):
    return len(self.queue)

  def _put(self, item):
    self.queue.append(item)

  def _get(self):
    return self.queue.popleft()

  @classmethod
  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


def _wait_while(blocked, condition, block, timeout, error):
  if not block:
    if blocked():
      raise error
  elif timeout is None:
    while blocked():
      condition.wait()
  elif timeout < 0:
    raise ValueError("'timeout' must be a non-negative number")
  else:
    deadline = _time() + timeout
    while blocked():
      remaining = deadline - _time()
      if remaining <= 0.0:
        raise error
      condition.wait(remaining)


class PriorityQueue(Queue):
  """The smallest item comes out first."""

  def _init(self, maxsize):
    from heapq import heappop, heappush
    self._heappop = heappop
    self._heappush = heappush
    self.queue = []

  def _put(self, item):
    self._heappush(self.queue, item)

  def _get(self):
    return self._heappop(self.queue)


class LifoQueue(Queue):
  """The item put in last comes out first."""

  def _init(self, maxsize):
    self.queue = []

  def _put(self, item):
    self.queue.append(item)

  def _get(self):
    return self.queue.pop()


class SimpleQueue:
  """First in, first out, without a size and without join()."""

  def __init__(self):
    self._items = deque()
    self._guard = allocate_lock()
    self._waiters = deque()  # a locked lock of each thread that waits

  def put(self, item, block=True, timeout=None):
    """Put an item in; never waits."""
    with self._guard:
      self._items.append(item)
      if self._waiters:
        self._waiters.popleft().release()

  def get(self, block=True, timeout=None):
    """Take an item out, when there is one; raises Empty when there is none in time."""
    if timeout is not None and timeout < 0:
      raise ValueError("'timeout' must be a non-negative number")
    deadline = None if timeout is None or not block else _time() + timeout
    while True:
      with self._guard:
        if self._items:
          return self._items.popleft()
        if not block:
          raise Empty
        waiter = allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
      if deadline is None:
        woken = waiter.acquire()
      else:
        woken = waiter.acquire(True, max(deadline - _time(), 0))
      if not woken:
        with self._guard:
          if waiter in self._waiters:
            self._waiters.remove(waiter)
          if not self._items:
            raise Empty

  def put_nowait(self, item):
    """Put an item in."""
    return self.put(item)

  def get_nowait(self):
    """Take an item out now, or raise Empty."""
    return self.get(block=False)

  def empty(self):
    """Whether nothing is in, at this moment."""
    return not self._items

  def qsize(self):
    """How many items are in, at this moment."""
    return len(self._items)

  @classmethod
  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)
