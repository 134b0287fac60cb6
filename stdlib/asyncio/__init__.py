"""Asynchronous programs: tasks, futures, the event loop and what is built on them.

The hot parts (loop, futures, tasks, timers) are the native module _asyncio. What a program rarely needs, or needs
only when it says so, is loaded when its name is first used.
"""
from _asyncio import CancelledError, InvalidStateError
from .coroutines import *
from .events import *
from .futures import *
from .tasks import *
from .tasks import create_eager_task_factory, eager_task_factory
from .base_events import BaseEventLoop
from .unix_events import *
from .runners import *

TimeoutError = TimeoutError

# Name -> submodule that is loaded at the first use of the name.
_LAZY = {
  "BrokenBarrierError": "exceptions", "IncompleteReadError": "exceptions", "LimitOverrunError": "exceptions",
  "SendfileNotAvailableError": "exceptions",
  "Lock": "locks", "Event": "locks", "Condition": "locks", "Semaphore": "locks", "BoundedSemaphore": "locks",
  "Barrier": "locks",
  "Queue": "queues", "PriorityQueue": "queues", "LifoQueue": "queues", "QueueFull": "queues",
  "QueueEmpty": "queues", "QueueShutDown": "queues",
  "TaskGroup": "taskgroups",
  "Timeout": "timeouts", "timeout": "timeouts", "timeout_at": "timeouts",
  "to_thread": "threads",
  "BaseTransport": "transports", "ReadTransport": "transports", "WriteTransport": "transports",
  "Transport": "transports", "DatagramTransport": "transports", "SubprocessTransport": "transports",
  "BaseProtocol": "protocols", "Protocol": "protocols", "DatagramProtocol": "protocols",
  "SubprocessProtocol": "protocols", "BufferedProtocol": "protocols",
  "Server": "connections",
  "StreamReader": "streams", "StreamWriter": "streams", "StreamReaderProtocol": "streams",
  "open_connection": "streams", "start_server": "streams", "open_unix_connection": "streams",
  "start_unix_server": "streams",
  "create_subprocess_exec": "subprocess", "create_subprocess_shell": "subprocess",
  "AbstractChildWatcher": "watchers", "SafeChildWatcher": "watchers", "FastChildWatcher": "watchers",
  "PidfdChildWatcher": "watchers", "MultiLoopChildWatcher": "watchers", "ThreadedChildWatcher": "watchers",
  "FrameCallGraphEntry": "graph", "FutureCallGraph": "graph", "capture_call_graph": "graph",
  "format_call_graph": "graph", "print_call_graph": "graph",
}
_SUBMODULES = frozenset(_LAZY.values()) | {
  "base_futures", "base_subprocess", "base_tasks", "constants", "format_helpers", "log", "mixins", "pipes", "selector_events", "sslproto", "staggered",
  "trsock"}

# What `from asyncio import *` leaves out: names of later versions, which a program may have for its own, and one that 3.11 forgot.
_NOT_BY_STAR = frozenset(("TaskGroup", "QueueShutDown", "FrameCallGraphEntry", "FutureCallGraph", "capture_call_graph",
                          "format_call_graph", "print_call_graph"))

__all__ = ("CancelledError", "InvalidStateError", "TimeoutError", *coroutines.__all__, *events.__all__, *futures.__all__, *tasks.__all__,
           *runners.__all__, *unix_events.__all__, "BaseEventLoop", *(name for name in _LAZY if name not in _NOT_BY_STAR))


def __getattr__(name):
  module_name = _LAZY.get(name)
  if module_name is None:
    if name in _SUBMODULES:
      return _load(name)
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
  value = globals()[name] = getattr(_load(module_name), name)
  return value


def _load(name):
  import sys
  full_name = "asyncio." + name
  __import__(full_name)
  return sys.modules[full_name]


def __dir__():
  return sorted({*globals(), *_LAZY})
