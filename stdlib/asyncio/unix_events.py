"""The event loop of Unix systems: native scheduling, signals; and the default policy."""
import sys

import _asyncio
from _asyncio import Handle

from . import coroutines
from .base_events import BaseEventLoop
from .coroutines import iscoroutine, iscoroutinefunction
from .events import BaseDefaultEventLoopPolicy
from .log import lazy_logger as logger

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy")


def _sighandler_noop(signum, frame):
  """The handler of signals that a loop handles: it learns of them in another way."""


class _PollSelector:
  """Waits as the native loop does, for loops whose iterations are written in the language."""

  def __init__(self, loop):
    self._loop = loop

  def select(self, timeout=None):
    return _asyncio._poll(self._loop, timeout)


class BaseSelectorEventLoop(_asyncio.EventLoop, BaseEventLoop):
  """The native loop. A subclass with a clock or iterations of its own is run by BaseEventLoop's code in the language."""

  __module__ = "asyncio.selector_events"

  def __init__(self, selector=None):
    super().__init__()
    if selector is not None:
      self._wait_with(selector)
    elif self._in_language:
      self._begin_in_language()
    if coroutines._is_debug_mode():
      self.set_debug(True)
    logging = sys.modules.get("logging")
    if logging is not None:
      logging.getLogger("asyncio").debug("Using selector: %s", "EpollSelector" if selector is None else type(selector).__name__)

  def _begin_in_language(self):
    self._init_scheduling()
    self._selector = _PollSelector(self)

  def _wait_with(self, selector):
    """A selector's class may change how the loop waits, so it is asked; those of the module selectors wait like the loop itself."""
    import selectors
    self._selector = selector
    self._own_selector = type(selector).__module__ != selectors.__name__
    if self._own_selector:
      selector.register(self._run_in_language(), selectors.EVENT_READ)
      self._init_scheduling()
    elif self._in_language:
      self._begin_in_language()

  def close(self):
    """Drop everything that is scheduled; the loop cannot be used any more."""
    if self.is_closed():
      return
    if self.get_debug() and not self.is_running():
      logger.debug("Close %r", self)
    super().close()
    self._close_executor()
    if self._own_selector:
      self._selector.close()
      self._selector = None


class _UnixSelectorEventLoop(BaseSelectorEventLoop):
  """An event loop that can handle signals."""

  def __init__(self, selector=None):
    super().__init__(selector)
    self._signal_handlers = {}

  def close(self):
    super().close()
    for sig in list(self._signal_handlers):
      self.remove_signal_handler(sig)

  def add_signal_handler(self, sig, callback, *args):
    """Schedule callback(*args) whenever the signal arrives. Only in the main thread."""
    if iscoroutine(callback) or iscoroutinefunction(callback):
      raise TypeError("coroutines cannot be used with add_signal_handler()")
    self._check_signal(sig)
    self._check_closed()
    import _signal as signal
    handle = Handle(callback, args, self, None)

    try:
      signal.signal(sig, _sighandler_noop)
    except ValueError:
      raise RuntimeError("set_wakeup_fd only works in main thread of the main interpreter") from None
    except OSError:
      raise RuntimeError(f"sig {sig} cannot be caught") from None
    self._signal_handlers[sig] = handle
    _asyncio._watch_signal(sig, self._on_signal)

  def _on_signal(self, sig):
    if not self.is_closed():
      self._call_after_poll(self._handle_signal, sig)

  def _handle_signal(self, sig):
    handle = self._signal_handlers.get(sig)
    if handle is None:
      return  # it was removed meanwhile
    if handle._cancelled:
      self.remove_signal_handler(sig)
    else:
      self._add_callback_signalsafe(handle)

  def remove_signal_handler(self, sig):
    """Undo add_signal_handler(); False when there was none."""
    self._check_signal(sig)
    if self._signal_handlers.pop(sig, None) is None:
      return False
    _asyncio._watch_signal(sig, None)
    import _signal as signal
    handler = signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL
    try:
      signal.signal(sig, handler)
    except OSError:
      raise RuntimeError(f"sig {sig} cannot be caught") from None
    return True

  def _check_signal(self, sig):
    import _signal as signal
    if not isinstance(sig, int):
      raise TypeError(f"sig must be an int, not {sig!r}")
    if not 0 < sig < signal.NSIG:
      raise ValueError(f"invalid signal number {sig}")


SelectorEventLoop = _UnixSelectorEventLoop


class _UnixDefaultEventLoopPolicy(BaseDefaultEventLoopPolicy):
  """Makes native loops."""

  _loop_factory = _UnixSelectorEventLoop

  _watcher = None
  _watcher_chosen = False  # by the program

  def set_event_loop(self, loop):
    """Make the loop the thread's current one, and the watcher's if the thread is the main one."""
    super().set_event_loop(loop)
    if self._watcher is not None:
      import threading
      if threading.current_thread() is threading.main_thread():
        self._watcher.attach_loop(loop)

  def get_child_watcher(self):
    """The child watcher; one with threads if none was set."""
    if self._watcher is None:
      from .watchers import ThreadedChildWatcher
      self._watcher = ThreadedChildWatcher()
    return self._watcher

  def set_child_watcher(self, watcher):
    """Let this watcher notice the ends of child processes; None: the loops themselves."""
    from .watchers import AbstractChildWatcher
    assert watcher is None or isinstance(watcher, AbstractChildWatcher)
    if self._watcher is not None:
      self._watcher.close()
    self._watcher = watcher
    self._watcher_chosen = watcher is not None


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy


_WATCHERS = ("AbstractChildWatcher", "BaseChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
             "MultiLoopChildWatcher", "ThreadedChildWatcher")


def __getattr__(name):
  if name in _WATCHERS:
    from . import watchers
    return getattr(watchers, name)
  if name not in ("_UnixReadPipeTransport", "_UnixWritePipeTransport"):
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  from . import pipes
  return getattr(pipes, name)
