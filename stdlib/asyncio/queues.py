"""Queues between the tasks of one loop. get(), put() and join() are native operations (src/modules/asyncio_queues.cpp)."""
from _asyncio import _direct, _operation, _queue_base
from _collections import deque

from .mixins import _LoopBoundMixin

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
  """get_nowait() found nothing."""


class QueueFull(Exception):
  """put_nowait() found no room."""


class QueueShutDown(Exception):
  """The queue was shut down."""


class Queue(_LoopBoundMixin):
  """First in, first out. With maxsize > 0, put() waits while that many items are in.

  Subclasses may define _init, _put and _get to keep the items in another way.
  """

  # Defaults of the class keep the instances small: most queues never change them.
  _joiners = None
  _is_shutdown = False

  def __init__(self, maxsize=0):
    self._maxsize = maxsize
    self._getters = deque()
    self._putters = deque()
    self._unfinished_tasks = 0
    self._init(maxsize)

  def _init(self, maxsize):
    self._queue = deque()

  def _get(self):
    return self._queue.popleft()

  def _put(self, item):
    self._queue.append(item)

  def _wakeup_next(self, waiters):
    while waiters:
      waiter = waiters.popleft()
      if not waiter.done():
        waiter.set_result(None)
        break

  def __repr__(self):
    return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

  def __str__(self):
    return f"<{type(self).__name__} {self._format()}>"

  @classmethod
  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)

  def _format(self):
    result = f"maxsize={self._maxsize!r}"
    if getattr(self, "_queue", None):
      result += f" _queue={list(self._queue)!r}"
    if self._getters:
      result += f" _getters[{len(self._getters)}]"
    if self._putters:
      result += f" _putters[{len(self._putters)}]"
    if self._unfinished_tasks:
      result += f" tasks={self._unfinished_tasks}"
    if self._is_shutdown:
      result += " shutdown"
    return result

  def qsize(self):
    """How many items are in."""
    return len(self._queue)

  @property
  def maxsize(self):
    """How many items fit in; 0: any number."""
    return self._maxsize

  def empty(self):
    """Whether nothing is in."""
    return not self._queue

  def full(self):
    """Whether maxsize items are in."""
    return not self._maxsize <= 0 and self.qsize() >= self._maxsize

  async def put(self, item):
    """Put an item in, when there is room."""
    return await _operation("queue_put", self, item)
  _direct("queue_put", put)

  def put_nowait(self, item):
    """Put an item in now; raises QueueFull when there is no room."""
    if self._is_shutdown:
      raise QueueShutDown
    if self.full():
      raise QueueFull
    self._put(item)
    self._unfinished_tasks += 1
    if self._getters:
      self._wakeup_next(self._getters)

  async def get(self):
    """Take an item out, when there is one."""
    return await _operation("queue_get", self)
  _direct("queue_get", get)

  def get_nowait(self):
    """Take an item out now; raises QueueEmpty when there is none."""
    if self.empty():
      if self._is_shutdown:
        raise QueueShutDown
      raise QueueEmpty
    item = self._get()
    if self._putters:
      self._wakeup_next(self._putters)
    return item

  def task_done(self):
    """Say that an item taken out is dealt with; join() counts them."""
    if self._unfinished_tasks <= 0:
      raise ValueError("task_done() called too many times")
    self._unfinished_tasks -= 1
    if self._unfinished_tasks == 0:
      self._release_joiners()

  def _release_joiners(self):
    for waiter in self._joiners or ():
      if not waiter.done():
        waiter.set_result(True)

  async def join(self):
    """Wait until every item that was put in is dealt with."""
    await _operation("queue_join", self)
  _direct("queue_join", join)

  def shutdown(self, immediate=False):
    """End the queue: put() raises QueueShutDown, and so does get() when the queue is empty.

    With `immediate` the items that are left are dropped and count as dealt with.
    """
    self._is_shutdown = True
    if immediate:
      while not self.empty():
        self._get()
        if self._unfinished_tasks > 0:
          self._unfinished_tasks -= 1
      if self._unfinished_tasks == 0:
        self._release_joiners()
    for waiters in (self._getters, self._putters):
      while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
          waiter.set_result(None)


_queue_base(Queue)


class PriorityQueue(Queue):
  """The smallest item comes out first."""

  def _init(self, maxsize):
    from heapq import heappop, heappush
    self._heappop = heappop
    self._heappush = heappush
    self._queue = []

  def _put(self, item):
    self._heappush(self._queue, item)

  def _get(self):
    return self._heappop(self._queue)


class LifoQueue(Queue):
  """The item put in last comes out first."""

  def _init(self, maxsize):
    self._queue = []

  def _put(self, item):
    self._queue.append(item)

  def _get(self):
    return self._queue.pop()
