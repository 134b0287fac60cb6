"""The names of multiprocessing for threads: what runs with processes runs in one process with these."""
import array
import sys
import threading
import weakref
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

from .connection import Pipe

__all__ = ["Process", "current_process", "active_children", "freeze_support", "Lock", "RLock", "Semaphore", "BoundedSemaphore",
           "Condition", "Event", "Barrier", "Queue", "Manager", "Pipe", "Pool", "JoinableQueue"]

current_process = threading.current_thread
JoinableQueue = Queue
dict = dict
list = list


class DummyProcess(threading.Thread):
  """A thread with the interface of a process."""

  def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
    super().__init__(group, target, name, args, kwargs)
    self._pid = None
    self._children = weakref.WeakKeyDictionary()
    self._start_called = False
    self._parent = current_process()

  def start(self):
    """Start the thread; only where the object was made."""
    if self._parent is not current_process():
      raise RuntimeError(f"Parent is {self._parent!r} but current_process is {current_process()!r}")
    self._start_called = True
    _children_of(self._parent)[self] = None
    super().start()

  @property
  def exitcode(self):
    """0 when the thread has ended, else None."""
    return 0 if self._start_called and not self.is_alive() else None


Process = DummyProcess


def _children_of(thread):
  if not hasattr(thread, "_children"):
    thread._children = weakref.WeakKeyDictionary()
  return thread._children


def active_children():
  """The threads that this one has started and that have not ended."""
  children = _children_of(current_process())
  for process in [process for process in children if not process.is_alive()]:
    children.pop(process, None)
  return [*children]


def freeze_support():
  """Nothing to do."""


class Namespace:
  """Attributes."""

  def __init__(self, /, **kwds):
    self.__dict__.update(kwds)

  def __repr__(self):
    shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
    return f"{self.__class__.__name__}({', '.join(shown)})"


class Value:
  """A value."""

  def __init__(self, typecode, value, lock=True):
    self._typecode = typecode
    self._value = value

  @property
  def value(self):
    return self._value

  @value.setter
  def value(self, value):
    self._value = value

  def __repr__(self):
    return f"<{type(self).__name__}({self._typecode!r}, {self._value!r})>"


def Array(typecode, sequence, lock=True):
  """An array.array."""
  return array.array(typecode, sequence)


def Manager():
  """This module: threads share their objects anyway."""
  return sys.modules[__name__]


def shutdown():
  """Nothing to do."""


def Pool(processes=None, initializer=None, initargs=()):
  """A ThreadPool."""
  from ..pool import ThreadPool
  return ThreadPool(processes, initializer, initargs)
