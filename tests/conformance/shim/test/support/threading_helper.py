"""Threads in the regression tests."""

import contextlib
import functools
import threading

can_start_thread = True


def threading_setup():
  return (threading.active_count(),)


def threading_cleanup(*original):
  pass


def reap_threads(function):
  return function


def join_thread(thread, timeout=30):
  thread.join(timeout)
  if thread.is_alive():
    raise AssertionError("the thread is still running")


@contextlib.contextmanager
def start_threads(threads, unlock=None):
  threads = list(threads)
  for thread in threads:
    thread.start()
  try:
    yield
  finally:
    if unlock:
      unlock()
    for thread in threads:
      thread.join(30)


@contextlib.contextmanager
def wait_threads_exit(timeout=None):
  yield


def requires_working_threading(*, module=False):
  return None if module else lambda item: item


class catch_threading_exception:
  """Keeps what threading.excepthook() is given."""

  def __init__(self):
    self.exc_type = self.exc_value = self.exc_traceback = self.thread = None

  def _hook(self, args):
    self.exc_type, self.exc_value, self.exc_traceback, self.thread = args.exc_type, args.exc_value, args.exc_traceback, args.thread

  def __enter__(self):
    self._before = threading.excepthook
    threading.excepthook = self._hook
    return self

  def __exit__(self, *exc_info):
    threading.excepthook = self._before
