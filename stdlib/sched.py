"""A scheduler of calls.

>>> scheduler = scheduler()
>>> _ = scheduler.enter(0, 1, print, ("called",))
>>> scheduler.run()
called
"""

import heapq
import threading
import time
from collections import namedtuple
from itertools import count
from time import monotonic as _time

__all__ = ["scheduler"]

Event = namedtuple("Event", "time, priority, sequence, action, argument, kwargs")
Event.time.__doc__ = "When the action is called."
Event.priority.__doc__ = "Of events at one time the one with the lowest priority is first."
Event.sequence.__doc__ = "The order of events with equal time and priority."
Event.action.__doc__ = "What is called."
Event.argument.__doc__ = "Its positional arguments."
Event.kwargs.__doc__ = "Its keyword arguments."

_NOTHING = object()


class scheduler:
  """Calls functions at given times, as timefunc and delayfunc tell and pass the time."""

  def __init__(self, timefunc=_time, delayfunc=time.sleep):
    self._queue = []
    self._lock = threading.RLock()
    self.timefunc = timefunc
    self.delayfunc = delayfunc
    self._numbers = count()

  def enterabs(self, time, priority, action, argument=(), kwargs=_NOTHING):
    """Adds an event at a time; gives the event, for cancel()."""
    with self._lock:
      event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is _NOTHING else kwargs)
      heapq.heappush(self._queue, event)
    return event

  def enter(self, delay, priority, action, argument=(), kwargs=_NOTHING):
    """Adds an event after a delay."""
    return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

  def cancel(self, event):
    """Removes an event; ValueError if it is not there."""
    with self._lock:
      self._queue.remove(event)
      heapq.heapify(self._queue)

  def empty(self):
    """Whether there are no events."""
    with self._lock:
      return not self._queue

  def run(self, blocking=True):
    """Calls what is due and waits for the rest; with blocking=False gives the time until the next event instead of waiting."""
    while True:
      with self._lock:
        if not self._queue:
          return None
        moment, _, _, action, argument, kwargs = self._queue[0]
        now = self.timefunc()
        wait = moment > now
        if not wait:
          heapq.heappop(self._queue)
      if not wait:
        action(*argument, **kwargs)
        self.delayfunc(0)  # lets other threads run
      elif blocking:
        self.delayfunc(moment - now)
      else:
        return moment - now

  @property
  def queue(self):
    """The events in order."""
    with self._lock:
      events = self._queue[:]
    return sorted(events)
