"""Imports for the regression tests."""

import contextlib
import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
  try:
    return importlib.import_module(name)
  except ImportError as error:
    raise unittest.SkipTest(str(error))


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
  """The module: there is only one implementation of each."""
  try:
    return importlib.import_module(name)
  except ImportError:
    return None


def forget(modname):
  sys.modules.pop(modname, None)


def unload(name):
  sys.modules.pop(name, None)


@contextlib.contextmanager
def frozen_modules(enabled=True):
  yield


@contextlib.contextmanager
def isolated_modules():
  before = dict(sys.modules)
  try:
    yield
  finally:
    sys.modules.clear()
    sys.modules.update(before)


class CleanImport:
  def __init__(self, *names, usefrozen=False):
    self.original = sys.modules.copy()
    for name in names:
      sys.modules.pop(name, None)

  def __enter__(self):
    return self

  def __exit__(self, *ignored):
    sys.modules.update(self.original)


class DirsOnSysPath:
  def __init__(self, *paths):
    self.before = sys.path[:]
    sys.path.extend(paths)

  def __enter__(self):
    return self

  def __exit__(self, *ignored):
    sys.path[:] = self.before


def modules_setup():
  return (sys.modules.copy(),)


def modules_cleanup(before):
  sys.modules.update(before)


def ready_to_import(*args, **kwargs):
  raise unittest.SkipTest("not available")
