"""Child watchers: how a program that chooses one has the ends of its child processes noticed.

Without a choice the loop itself waits for its children (base_subprocess).
"""
import os
import _signal as signal  # without the enumerations
import threading
import warnings
from itertools import count

from . import events
from .base_subprocess import _reap
from .log import lazy_logger as logger

__all__ = ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher", "MultiLoopChildWatcher",
           "ThreadedChildWatcher")


class AbstractChildWatcher:
  """Calls callback(pid, returncode, *args) when a child process has ended. Children are started inside its `with` block."""

  def add_child_handler(self, pid, callback, *args):
    """Call callback(pid, returncode, *args) once, when the child has ended. The newest handler of a child counts."""
    raise NotImplementedError()

  def remove_child_handler(self, pid):
    """Forget the handler of a child; whether there was one."""
    raise NotImplementedError()

  def attach_loop(self, loop):
    """Use this loop from now on; None: none."""
    raise NotImplementedError()

  def close(self):
    """Give everything up."""
    raise NotImplementedError()

  def is_active(self):
    """Whether handlers will be called."""
    raise NotImplementedError()

  def __enter__(self):
    raise NotImplementedError()

  def __exit__(self, exc_type, exc, tb):
    raise NotImplementedError()


class _HandlerTable(AbstractChildWatcher):
  """What watchers have in common that keep their handlers by process."""

  def __init__(self):
    self._callbacks = {}

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc, tb):
    pass

  def remove_child_handler(self, pid):
    return self._callbacks.pop(pid, None) is not None


class _LoopWatcher(_HandlerTable):
  """A watcher that lives on one loop."""

  def __init__(self):
    super().__init__()
    self._loop = None

  def is_active(self):
    return self._loop is not None and self._loop.is_running()

  def close(self):
    self.attach_loop(None)

  def _warn_of_detaching(self, loop):
    if self._loop is not None and loop is None and self._callbacks:
      warnings.warn("A loop is being detached from a child watcher with pending handlers", RuntimeWarning, stacklevel=3)


class PidfdChildWatcher(_LoopWatcher):
  """The loop polls a descriptor of each process."""

  def attach_loop(self, loop):
    self._warn_of_detaching(loop)
    for descriptor, _, _ in self._callbacks.values():
      self._forget(descriptor)
    self._callbacks.clear()
    self._loop = loop

  def _forget(self, descriptor):
    self._loop._remove_reader(descriptor)
    os.close(descriptor)

  def add_child_handler(self, pid, callback, *args):
    known = self._callbacks.get(pid)
    if known is not None:
      descriptor = known[0]
    else:
      descriptor = os.pidfd_open(pid)
      self._loop._add_reader(descriptor, self._do_wait, pid)
    self._callbacks[pid] = descriptor, callback, args

  def remove_child_handler(self, pid):
    handler = self._callbacks.pop(pid, None)
    if handler is None:
      return False
    self._forget(handler[0])
    return True

  def _do_wait(self, pid):
    descriptor, callback, args = self._callbacks.pop(pid)
    self._forget(descriptor)
    code = _reap(pid, unknown="child process pid %d exit status already read:  will report returncode 255")
    callback(pid, code, *args)


class BaseChildWatcher(_LoopWatcher):
  """Looks for ended children whenever SIGCHLD comes."""

  def _do_waitpid(self, expected_pid):
    raise NotImplementedError()

  def _do_waitpid_all(self):
    raise NotImplementedError()

  def attach_loop(self, loop):
    assert loop is None or isinstance(loop, events.AbstractEventLoop)
    self._warn_of_detaching(loop)
    if self._loop is not None:
      self._loop.remove_signal_handler(signal.SIGCHLD)
    self._loop = loop
    if loop is not None:
      loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
      self._do_waitpid_all()  # a signal may have come while no loop was attached

  def _sig_chld(self):
    try:
      self._do_waitpid_all()
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._loop.call_exception_handler({"message": "Unknown exception in SIGCHLD handler", "exception": error})

  def _log_exit(self, text, pid, code):
    if self._loop.get_debug():
      logger.debug(text, pid, code)


class SafeChildWatcher(BaseChildWatcher):
  """Asks after each of its own children, and leaves those of others alone."""

  def close(self):
    self._callbacks.clear()
    super().close()

  def add_child_handler(self, pid, callback, *args):
    self._callbacks[pid] = callback, args
    self._do_waitpid(pid)  # it may have ended before

  def _do_waitpid_all(self):
    for pid in list(self._callbacks):
      self._do_waitpid(pid)

  def _do_waitpid(self, expected_pid):
    assert expected_pid > 0
    code = _reap(expected_pid, os.WNOHANG)
    if code is None:
      return
    self._log_exit("process %s exited with returncode %s", expected_pid, code)
    callback, args = self._callbacks.pop(expected_pid)
    callback(expected_pid, code, *args)


class FastChildWatcher(BaseChildWatcher):
  """Reaps all children that have ended, whoever started them."""

  def __init__(self):
    super().__init__()
    self._lock = threading.Lock()
    self._zombies = {}  # ended while `with` blocks were open: handlers may come
    self._forks = 0     # open `with` blocks

  def close(self):
    self._callbacks.clear()
    self._zombies.clear()
    super().close()

  def __enter__(self):
    with self._lock:
      self._forks += 1
    return self

  def __exit__(self, exc_type, exc, tb):
    with self._lock:
      self._forks -= 1
      if self._forks or not self._zombies:
        return
      victims = str(self._zombies)
      self._zombies.clear()
    logger.warning("Caught subprocesses termination from unknown pids: %s", victims)

  def add_child_handler(self, pid, callback, *args):
    assert self._forks, "Must use the context manager"
    with self._lock:
      code = self._zombies.pop(pid, None)
      if code is None:
        self._callbacks[pid] = callback, args
        return
    callback(pid, code, *args)

  def _do_waitpid_all(self):
    while True:  # one signal may stand for several children
      try:
        pid, status = os.waitpid(-1, os.WNOHANG)
      except ChildProcessError:
        return
      if pid == 0:
        return
      self._ended(pid, os.waitstatus_to_exitcode(status))

  def _ended(self, pid, code):
    with self._lock:
      handler = self._callbacks.pop(pid, None)
      if handler is None and self._forks:
        self._zombies[pid] = code
        self._log_exit("unknown process %s exited with returncode %s", pid, code)
        return
    if handler is None:
      logger.warning("Caught subprocess termination from unknown pid: %d -> %d", pid, code)
      return
    self._log_exit("process %s exited with returncode %s", pid, code)
    callback, args = handler
    callback(pid, code, *args)


def _tell_loop(loop, callback, pid, code, args):
  """From any thread or signal handler."""
  if loop.is_closed():
    logger.warning("Loop %r that handles pid %r is closed", loop, pid)
    return
  if loop.get_debug():
    logger.debug("process %s exited with returncode %s", pid, code)
  loop.call_soon_threadsafe(callback, pid, code, *args)


class MultiLoopChildWatcher(_HandlerTable):
  """Like SafeChildWatcher for loops in several threads: its signal handler belongs to no loop."""

  def __init__(self):
    super().__init__()
    self._saved_sighandler = None

  def is_active(self):
    return self._saved_sighandler is not None

  def attach_loop(self, loop):
    if self._saved_sighandler is not None:
      return
    self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
    if self._saved_sighandler is None:
      logger.warning("Previous SIGCHLD handler was set by non-Python code, restore to default handler on watcher close.")
      self._saved_sighandler = signal.SIG_DFL
    signal.siginterrupt(signal.SIGCHLD, False)

  def close(self):
    self._callbacks.clear()
    if self._saved_sighandler is None:
      return
    if signal.getsignal(signal.SIGCHLD) != self._sig_chld:
      logger.warning("SIGCHLD handler was changed by outside code")
    else:
      signal.signal(signal.SIGCHLD, self._saved_sighandler)
    self._saved_sighandler = None

  def add_child_handler(self, pid, callback, *args):
    self._callbacks[pid] = events.get_running_loop(), callback, args
    self._do_waitpid(pid)  # it may have ended before

  def _do_waitpid_all(self):
    for pid in list(self._callbacks):
      self._do_waitpid(pid)

  def _do_waitpid(self, expected_pid):
    assert expected_pid > 0
    code = _reap(expected_pid, os.WNOHANG)
    if code is None:
      return
    loop, callback, args = self._callbacks.pop(expected_pid)
    _tell_loop(loop, callback, expected_pid, code, args)

  def _sig_chld(self, signum, frame):
    try:
      self._do_waitpid_all()
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException:
      logger.warning("Unknown exception in SIGCHLD handler", exc_info=True)


class ThreadedChildWatcher(AbstractChildWatcher):
  """A thread waits for each child."""

  def __init__(self):
    self._pid_counter = count(0)
    self._threads = {}

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc, tb):
    pass

  def __del__(self, _warn=warnings.warn):
    if any([thread.is_alive() for thread in list(self._threads.values())]):
      _warn(f"{self.__class__} has registered but not finished child processes", ResourceWarning, source=self)

  def is_active(self):
    return True

  def close(self):
    pass

  def attach_loop(self, loop):
    pass

  def remove_child_handler(self, pid):
    return True

  def add_child_handler(self, pid, callback, *args):
    thread = threading.Thread(target=self._do_waitpid, name=f"asyncio-waitpid-{next(self._pid_counter)}",
                              args=(events.get_running_loop(), pid, callback, args), daemon=True)
    self._threads[pid] = thread
    thread.start()

  def _do_waitpid(self, loop, expected_pid, callback, args):
    assert expected_pid > 0
    _tell_loop(loop, callback, expected_pid, _reap(expected_pid), args)
    self._threads.pop(expected_pid)


for _name in (*__all__, "BaseChildWatcher"):
  globals()[_name].__module__ = "asyncio.unix_events"
del _name
