"""What the modules of this package have in common: clean-up at the end of a process, log messages, flushing."""
import atexit
import itertools
import os
import sys
import threading
import weakref

NOTSET, SUBDEBUG, DEBUG, INFO, SUBWARNING = 0, 5, 10, 20, 25

_logger = None
_log_to_stderr = False


def _log(level, message, *args):
  if _logger:
    _logger.log(level, message, *args)


def sub_debug(message, *args):
  _log(SUBDEBUG, message, *args)


def debug(message, *args):
  _log(DEBUG, message, *args)


def info(message, *args):
  _log(INFO, message, *args)


def sub_warning(message, *args):
  _log(SUBWARNING, message, *args)


def get_logger():
  """The logger of this package."""
  global _logger
  if not _logger:
    import logging
    _logger = logging.getLogger("multiprocessing")
    _logger.propagate = 0
  return _logger


def log_to_stderr(level=None):
  """Write the package's log to stderr."""
  global _log_to_stderr
  import logging
  logger = get_logger()
  handler = logging.StreamHandler()
  handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
  logger.addHandler(handler)
  if level:
    logger.setLevel(level)
  _log_to_stderr = True
  return logger


# -- after fork()

_after_fork_registry = []  # (weak reference to an object, function)


def register_after_fork(obj, func):
  """Call func(obj) in children that are made by fork(), as long as the object lives."""
  _after_fork_registry.append((weakref.ref(obj), func))


def _run_after_forkers():
  for reference, func in list(_after_fork_registry):
    obj = reference()
    if obj is not None:
      try:
        func(obj)
      except Exception as error:
        info("after forker raised exception %s", error)


# -- at the end of the process

_finalizer_registry = {}
_finalizer_counter = itertools.count()


class Finalize:
  """Calls a function once: when it is called itself, when an object dies, or at the end of the process."""

  def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
    if exitpriority is not None and not isinstance(exitpriority, int):
      raise TypeError("Exitpriority ({0!r}) must be None or int, not {1!s}".format(exitpriority, type(exitpriority)))
    if obj is None and exitpriority is None:
      raise ValueError("Without object, exitpriority cannot be None")
    self._weakref = weakref.ref(obj, self) if obj is not None else None
    self._callback = callback
    self._args = args
    self._kwargs = kwargs or {}
    self._key = (exitpriority, next(_finalizer_counter))
    self._pid = os.getpid()
    _finalizer_registry[self._key] = self

  def __call__(self, wr=None):
    if _finalizer_registry.pop(self._key, None) is None:
      return None
    callback, args, kwargs = self._callback, self._args, self._kwargs
    own = self._pid == os.getpid()
    self._weakref = self._callback = self._args = self._kwargs = None
    return callback(*args, **kwargs) if own else None

  def cancel(self):
    """Do not call any more."""
    if _finalizer_registry.pop(self._key, None) is not None:
      self._weakref = self._callback = self._args = self._kwargs = None

  def still_active(self):
    """Whether the call is still to come."""
    return self._key in _finalizer_registry


def _run_finalizers(minpriority=None):
  """Those with a priority, the highest first; of one priority the youngest first."""
  keys = [key for key in list(_finalizer_registry)
          if key[0] is not None and (minpriority is None or key[0] >= minpriority)]
  for key in sorted(keys, reverse=True):
    finalizer = _finalizer_registry.get(key)
    if finalizer is not None:
      try:
        finalizer()
      except Exception:
        import traceback
        traceback.print_exc()
  if minpriority is None:
    _finalizer_registry.clear()


_exiting = False


def is_exiting():
  """Whether the process is shutting down."""
  return _exiting


def _exit_function():
  """Daemons are terminated, other children are waited for, queues are written out."""
  global _exiting
  if _exiting:
    return
  _exiting = True
  from .process import active_children, current_process
  _run_finalizers(0)
  if current_process() is not None:
    for process in active_children():
      if process.daemon:
        process._popen.terminate()
    for process in active_children():
      process.join()
  _run_finalizers()


atexit.register(_exit_function)


def _close_stdin():
  """A child must not read what is meant for its parent."""
  if sys.stdin is None:
    return
  try:
    sys.stdin.close()
  except (OSError, ValueError):
    pass
  try:
    sys.stdin = open(os.devnull, encoding="utf-8")
  except (OSError, ValueError):
    pass


def _flush_std_streams():
  for stream in (sys.stdout, sys.stderr):
    try:
      stream.flush()
    except (AttributeError, ValueError):
      pass


class ForkAwareThreadLock:
  """A lock that is free in children."""

  def __init__(self):
    self._lock = threading.Lock()
    self.acquire = self._lock.acquire
    self.release = self._lock.release
    register_after_fork(self, ForkAwareThreadLock.__init__)

  def __enter__(self):
    return self._lock.__enter__()

  def __exit__(self, *args):
    return self._lock.__exit__(*args)


def get_temp_dir():
  """A folder for this process's sockets; it goes at the end of the process."""
  from .process import current_process
  config = current_process()._config
  if config.get("tempdir") is None:
    import shutil
    import tempfile
    folder = tempfile.mkdtemp(prefix="pymp-")
    Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=-100)
    config["tempdir"] = folder
  return config["tempdir"]


def close_fds(*fds):
  """Close descriptors."""
  for descriptor in fds:
    os.close(descriptor)
