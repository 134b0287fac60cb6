"""Warnings in the regression tests."""

import contextlib
import functools
import warnings


class WarningsRecorder:
  def __init__(self, entries):
    self._warnings = entries
    self._last = 0

  def __getattr__(self, name):
    if len(self._warnings) > self._last:
      return getattr(self._warnings[-1], name)
    raise AttributeError(name)

  @property
  def warnings(self):
    return self._warnings[self._last:]

  def reset(self):
    self._last = len(self._warnings)


@contextlib.contextmanager
def check_warnings(*filters, **kwargs):
  with warnings.catch_warnings(record=True) as entries:
    warnings.simplefilter("always")
    yield WarningsRecorder(entries)


@contextlib.contextmanager
def check_no_warnings(testcase, message="", category=Warning, force_gc=False):
  with warnings.catch_warnings(record=True) as entries:
    warnings.filterwarnings("always", message=message, category=category)
    yield
  testcase.assertEqual(entries, [])


check_no_resource_warning = check_no_warnings


@contextlib.contextmanager
def save_restore_warnings_filters():
  before = warnings.filters[:]
  try:
    yield
  finally:
    warnings.filters[:] = before


def ignore_warnings(*, category):
  def decorator(function):
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
      with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=category)
        return function(self, *args, **kwargs)
    return wrapper
  return decorator


def check_syntax_warning(testcase, statement, errtext="", *, lineno=1, offset=None):
  with warnings.catch_warnings(record=True):
    warnings.simplefilter("always", SyntaxWarning)
    compile(statement, "<testcase>", "exec")


def import_deprecated(name):
  import importlib
  return importlib.import_module(name)
