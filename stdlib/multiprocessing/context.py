"""Ways of starting processes, each with everything that belongs to them."""
import os
import sys
import threading

from . import process

__all__ = ()


class ProcessError(Exception):
  """Base of this package's exceptions."""


class BufferTooShort(ProcessError):
  """A message is longer than the room for it; the message is in args."""


class TimeoutError(ProcessError):
  """The time is over."""


class AuthenticationError(ProcessError):
  """The other end does not know the secret."""


class BaseContext:
  """What programs use, for one way of starting processes."""

  ProcessError = ProcessError
  BufferTooShort = BufferTooShort
  TimeoutError = TimeoutError
  AuthenticationError = AuthenticationError

  current_process = staticmethod(process.current_process)
  parent_process = staticmethod(process.parent_process)
  active_children = staticmethod(process.active_children)

  def cpu_count(self):
    """How many processors there are."""
    count = os.cpu_count()
    if count is None:
      raise NotImplementedError("cannot determine number of cpus")
    return count

  def Manager(self):
    """A process that keeps objects for others."""
    from .managers import SyncManager
    manager = SyncManager(ctx=self.get_context())
    manager.start()
    return manager

  def Pipe(self, duplex=True):
    """Two connected ends."""
    from .connection import Pipe
    return Pipe(duplex)

  def Lock(self):
    from .synchronize import Lock
    return Lock(ctx=self.get_context())

  def RLock(self):
    from .synchronize import RLock
    return RLock(ctx=self.get_context())

  def Condition(self, lock=None):
    from .synchronize import Condition
    return Condition(lock, ctx=self.get_context())

  def Semaphore(self, value=1):
    from .synchronize import Semaphore
    return Semaphore(value, ctx=self.get_context())

  def BoundedSemaphore(self, value=1):
    from .synchronize import BoundedSemaphore
    return BoundedSemaphore(value, ctx=self.get_context())

  def Event(self):
    from .synchronize import Event
    return Event(ctx=self.get_context())

  def Barrier(self, parties, action=None, timeout=None):
    from .synchronize import Barrier
    return Barrier(parties, action, timeout, ctx=self.get_context())

  def Queue(self, maxsize=0):
    from .queues import Queue
    return Queue(maxsize, ctx=self.get_context())

  def JoinableQueue(self, maxsize=0):
    from .queues import JoinableQueue
    return JoinableQueue(maxsize, ctx=self.get_context())

  def SimpleQueue(self):
    from .queues import SimpleQueue
    return SimpleQueue(ctx=self.get_context())

  def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
    """Worker processes that share calls."""
    from .pool import Pool
    return Pool(processes, initializer, initargs, maxtasksperchild, context=self.get_context())

  def RawValue(self, typecode_or_type, *args):
    from .sharedctypes import RawValue
    return RawValue(typecode_or_type, *args)

  def RawArray(self, typecode_or_type, size_or_initializer):
    from .sharedctypes import RawArray
    return RawArray(typecode_or_type, size_or_initializer)

  def Value(self, typecode_or_type, *args, lock=True):
    """A number in shared memory."""
    from .sharedctypes import Value
    return Value(typecode_or_type, *args, lock=lock, ctx=self.get_context())

  def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
    """Numbers in shared memory."""
    from .sharedctypes import Array
    return Array(typecode_or_type, size_or_initializer, lock=lock, ctx=self.get_context())

  def freeze_support(self):
    """Nothing to do: programs are not frozen."""

  def get_logger(self):
    from .util import get_logger
    return get_logger()

  def log_to_stderr(self, level=None):
    from .util import log_to_stderr
    return log_to_stderr(level)

  def allow_connection_pickling(self):
    from . import connection

  def set_executable(self, executable):
    from .spawn import set_executable
    set_executable(executable)

  def set_forkserver_preload(self, module_names):
    """There is no fork server."""

  def get_context(self, method=None):
    """The context of a start method."""
    if method is None:
      return self
    try:
      return _concrete_contexts[method]
    except KeyError:
      raise ValueError("cannot find context for %r" % method) from None

  def get_start_method(self, allow_none=False):
    return self._name

  def set_start_method(self, method, force=False):
    raise ValueError("cannot set start method of concrete context")

  @property
  def reducer(self):
    """The module that knows how objects are sent."""
    from . import reduction
    return reduction


class Process(process.BaseProcess):
  """A process of the default context."""

  _start_method = None

  @staticmethod
  def _Popen(process_obj):
    return _default_context.get_context().Process._Popen(process_obj)


class DefaultContext(BaseContext):
  """The context that a program uses without asking for one; it may choose its start method once."""

  Process = Process

  def __init__(self, context):
    self._default_context = context
    self._actual_context = None

  def get_context(self, method=None):
    if method is not None:
      return super().get_context(method)
    if self._actual_context is None:
      self._actual_context = self._default_context
    return self._actual_context

  def set_start_method(self, method, force=False):
    """Say how processes are started."""
    if self._actual_context is not None and not force:
      raise RuntimeError("context has already been set")
    self._actual_context = None if method is None and force else self.get_context(method)

  def get_start_method(self, allow_none=False):
    """How processes are started."""
    if self._actual_context is None:
      if allow_none:
        return None
      self._actual_context = self._default_context
    return self._actual_context._name

  def get_all_start_methods(self):
    """The ways there are; the default first."""
    return ["fork", "spawn"]


class ForkProcess(process.BaseProcess):
  """A process that begins as a copy of its parent."""

  _start_method = "fork"

  @staticmethod
  def _Popen(process_obj):
    from .popen import ForkPopen
    return ForkPopen(process_obj)


class SpawnProcess(process.BaseProcess):
  """A process that begins with nothing but its own object."""

  _start_method = "spawn"

  @staticmethod
  def _Popen(process_obj):
    from .popen import SpawnPopen
    return SpawnPopen(process_obj)


class ForkContext(BaseContext):
  _name = "fork"
  Process = ForkProcess


class SpawnContext(BaseContext):
  _name = "spawn"
  Process = SpawnProcess


_concrete_contexts = {"fork": ForkContext(), "spawn": SpawnContext()}
_default_context = DefaultContext(_concrete_contexts["fork"])


def _force_start_method(method):
  _default_context._actual_context = _concrete_contexts[method]


# -- while the object of a new process is pickled

_spawning = threading.local()


def get_spawning_popen():
  """The Popen whose process object is being pickled, or None."""
  return getattr(_spawning, "popen", None)


def set_spawning_popen(popen):
  _spawning.popen = popen


def assert_spawning(obj):
  """Objects that are shared by inheritance may only be pickled for a new process."""
  if get_spawning_popen() is None:
    raise RuntimeError("%s objects should only be shared between processes through inheritance" % type(obj).__name__)
