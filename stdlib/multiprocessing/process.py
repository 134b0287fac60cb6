"""The class of processes, and the process that runs."""
import itertools
import os
import sys
import threading

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

try:
  ORIGINAL_DIR = os.path.abspath(os.getcwd())
except OSError:
  ORIGINAL_DIR = None


def current_process():
  """The object of this process."""
  return _current_process


def parent_process():
  """The object of the process that started this one; None in the main process."""
  return _parent_process


def active_children():
  """The children that live; those that have ended are reaped."""
  _cleanup()
  return list(_children)


def _cleanup():
  for process in list(_children):
    popen = process._popen
    if popen and popen.poll() is not None:
      _children.discard(process)


class BaseProcess:
  """A call that runs in a process of its own."""

  def _Popen(self):
    raise NotImplementedError

  def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
    assert group is None, "group argument must be None for now"
    count = next(_process_counter)
    self._identity = _current_process._identity + (count,)
    self._config = _current_process._config.copy()
    self._parent_pid = os.getpid()
    self._parent_name = _current_process.name
    self._popen = None
    self._closed = False
    self._target = target
    self._args = tuple(args)
    self._kwargs = dict(kwargs)
    self._name = name or type(self).__name__ + "-" + ":".join(str(i) for i in self._identity)
    if daemon is not None:
      self.daemon = daemon

  def _check_closed(self):
    if self._closed:
      raise ValueError("process object is closed")

  def run(self):
    """What the process does; subclasses may do something else than calling the target."""
    if self._target:
      self._target(*self._args, **self._kwargs)

  def start(self):
    """Start the process."""
    self._check_closed()
    assert self._popen is None, "cannot start a process twice"
    assert self._parent_pid == os.getpid(), "can only start a process object created by current process"
    assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
    _cleanup()
    self._popen = self._Popen(self)
    self._sentinel = self._popen.sentinel
    # The process has its own copy.
    del self._target, self._args, self._kwargs
    _children.add(self)

  def terminate(self):
    """End the process (SIGTERM)."""
    self._check_closed()
    self._popen.terminate()

  def kill(self):
    """End the process (SIGKILL)."""
    self._check_closed()
    self._popen.kill()

  def join(self, timeout=None):
    """Wait for the end of the process, at most `timeout` seconds."""
    self._check_closed()
    assert self._parent_pid == os.getpid(), "can only join a child process"
    assert self._popen is not None, "can only join a started process"
    if self._popen.wait(timeout) is not None:
      _children.discard(self)

  def is_alive(self):
    """Whether the process was started and has not ended."""
    self._check_closed()
    if self is _current_process:
      return True
    assert self._parent_pid == os.getpid(), "can only test a child process"
    if self._popen is None:
      return False
    if self._popen.poll() is None:
      return True
    _children.discard(self)
    return False

  def close(self):
    """Let go of what the object holds."""
    if self._popen is not None:
      if self._popen.poll() is None:
        raise ValueError("Cannot close a process while it is still running. "
                         "You should first call join() or terminate().")
      self._popen.close()
      self._popen = None
      del self._sentinel
      _children.discard(self)
    self._closed = True

  @property
  def name(self):
    """A text for people."""
    return self._name

  @name.setter
  def name(self, name):
    assert isinstance(name, str), "name must be a string"
    self._name = name

  @property
  def daemon(self):
    """Whether the process is terminated at the end of its parent."""
    return self._config.get("daemon", False)

  @daemon.setter
  def daemon(self, daemonic):
    assert self._popen is None, "process has already started"
    self._config["daemon"] = daemonic

  @property
  def authkey(self):
    """A secret of this program's processes."""
    return self._config["authkey"]

  @authkey.setter
  def authkey(self, authkey):
    self._config["authkey"] = AuthenticationString(authkey)

  @property
  def exitcode(self):
    """The exit code, minus the number of a signal, or None while the process lives."""
    self._check_closed()
    if self is _current_process or self._popen is None:
      return None
    return self._popen.poll()

  @property
  def ident(self):
    """The number of the process; None before it is started."""
    self._check_closed()
    if self is _current_process:
      return os.getpid()
    return self._popen and self._popen.pid

  pid = ident

  @property
  def sentinel(self):
    """A descriptor that is readable when the process has ended."""
    self._check_closed()
    try:
      return self._sentinel
    except AttributeError:
      raise ValueError("process not started") from None

  def __repr__(self):
    exitcode = None
    if self is _current_process:
      status = "started"
    elif self._closed:
      status = "closed"
    elif self._parent_pid != os.getpid():
      status = "unknown"
    elif self._popen is None:
      status = "initial"
    else:
      exitcode = self._popen.poll()
      status = "started" if exitcode is None else "stopped"
    info = [type(self).__name__, "name=%r" % self._name]
    if self._popen is not None:
      info.append("pid=%s" % self._popen.pid)
    info.append("parent=%s" % self._parent_pid)
    info.append(status)
    if exitcode is not None:
      info.append("exitcode=%s" % _exitcode_to_name.get(exitcode, exitcode))
    if self.daemon:
      info.append("daemon")
    return "<%s>" % " ".join(info)

  # -- in the child

  def _bootstrap(self, parent_sentinel=None):
    global _current_process, _parent_process, _process_counter, _children
    from . import context, util
    try:
      if self._start_method is not None:
        context._force_start_method(self._start_method)
      _process_counter = itertools.count(1)
      _children = set()
      util._close_stdin()
      _current_process = self
      _parent_process = _ParentProcess(self._parent_name, self._parent_pid, parent_sentinel)
      util._finalizer_registry.clear()
      util._run_after_forkers()
      util.info("child process calling self.run()")
      try:
        self.run()
        exitcode = 0
      finally:
        util._exit_function()
    except SystemExit as error:
      if error.code is None:
        exitcode = 0
      elif isinstance(error.code, int):
        exitcode = error.code
      else:
        sys.stderr.write(str(error.code) + "\n")
        exitcode = 1
    except:
      exitcode = 1
      import traceback
      sys.stderr.write("Process %s:\n" % self.name)
      traceback.print_exc()
    finally:
      threading._shutdown()
      util.info("process exiting with exitcode %d" % exitcode)
      util._flush_std_streams()
    return exitcode


class AuthenticationString(bytes):
  """A secret, which is only pickled for a new process."""

  def __reduce__(self):
    from .context import get_spawning_popen
    if get_spawning_popen() is None:
      raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
    return AuthenticationString, (bytes(self),)


class _ParentProcess(BaseProcess):
  """The parent, as its child sees it."""

  def __init__(self, name, pid, sentinel):
    self._identity = ()
    self._name = name
    self._pid = pid
    self._parent_pid = None
    self._popen = None
    self._closed = False
    self._sentinel = sentinel
    self._config = {}

  def is_alive(self):
    """Whether the parent lives."""
    from .connection import wait
    return not wait([self._sentinel], timeout=0)

  @property
  def ident(self):
    """The number of the parent."""
    return self._pid

  pid = ident

  def join(self, timeout=None):
    """Wait for the end of the parent."""
    from .connection import wait
    wait([self._sentinel], timeout=timeout)


class _MainProcess(BaseProcess):
  """The process in which the program began."""

  def __init__(self):
    self._identity = ()
    self._name = "MainProcess"
    self._parent_pid = None
    self._popen = None
    self._closed = False
    self._config = {"authkey": AuthenticationString(os.urandom(32)), "semprefix": "/mp"}

  def close(self):
    """The main process stays."""


_parent_process = None
_current_process = _MainProcess()
_process_counter = itertools.count(1)
_children = set()


class _SignalNames(dict):
  """Made when the first repr asks."""

  def get(self, exitcode, default):
    if exitcode >= 0:
      return default
    try:
      from signal import Signals
      return f"-{Signals(-exitcode).name}"
    except ValueError:
      return default


_exitcode_to_name = _SignalNames()
