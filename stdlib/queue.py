"""Queues between threads."""
from _thread import allocate_lock
from _collections import deque
from _types import _show_module
from operator import index as _index
from time import monotonic as _time

import threading

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]

_native_wording = {"SimpleQueue": ""}  # Words argument errors as natives do.


class Empty(Exception):
  """Nothing is in the queue."""

  __module__ = "_queue"


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

  __module__ = "_queue"
  __slots__ = ("_items", "_waiters", "__weakref__")

  def __new__(cls, *args, **kwargs):
    if (args or kwargs) and cls.__init__ is object.__init__:
      raise TypeError(f"{SimpleQueue.__name__}() takes no {'positional' if args else 'keyword'} arguments")
    self = super().__new__(cls)
    self._items = deque()
    self._waiters = deque()  # a locked lock of each thread that waits
    return self

  def __reduce__(self):
    raise TypeError(f"cannot pickle {type(self).__module__ + '.' + type(self).__qualname__!r} object")

  def put(self, item, block=True, timeout=None):
    """Put an item in; never waits."""
    self._items.append(item)
    if self._waiters:
      self._wake_one()

  def _wake_one(self):
    try:
      self._waiters.popleft().release()
    except IndexError:
      pass

  def get(self, block=True, timeout=None):
    """Take an item out, when there is one; raises Empty when there is none in time."""
    if block and timeout is not None:
      if not isinstance(timeout, float):
        timeout = _index(timeout)
      if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    if self._items:
      try:
        return self._items.popleft()
      except IndexError:
        pass
    if not block:
      raise Empty
    return self._wait_and_get(None if timeout is None else _time() + timeout)

  def _wait_and_get(self, deadline):
    in_time = True
    while in_time:
      waiter = allocate_lock()
      waiter.acquire()
      self._waiters.append(waiter)
      try:
        # What is put from now on wakes the waiter; what was put before is seen here.
        if not self._items:
          in_time = waiter.acquire() if deadline is None else waiter.acquire(True, max(deadline - _time(), 0))
      finally:
        try:
          self._waiters.remove(waiter)
        except ValueError:
          # It was woken, and may leave what it was woken for to another one.
          if self._items and self._waiters:
            self._wake_one()
      try:
        return self._items.popleft()
      except IndexError:
        pass
    raise Empty

  def put_nowait(self, item):
    """Put an item in."""
    return SimpleQueue.put(self, item)

  def get_nowait(self):
    """Take an item out now, or raise Empty."""
    return SimpleQueue.get(self, block=False)

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


_show_module(SimpleQueue)
