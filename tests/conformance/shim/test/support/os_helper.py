"""Files and environment for the regression tests."""

import collections.abc
import contextlib
import os
import shutil
import stat
import sys
import tempfile
import unittest

TESTFN = TESTFN_ASCII = f"@test_{os.getpid()}_tmp"
TESTFN_UNICODE = TESTFN + "-\xe0\xf2\u0258\u0141\u011f"
TESTFN_NONASCII = TESTFN + "\xe9"
TESTFN_UNENCODABLE = TESTFN_UNDECODABLE = None
FS_NONASCII = "\xe6"
SAVEDCWD = os.getcwd()


def unlink(filename):
  with contextlib.suppress(FileNotFoundError, NotADirectoryError):
    os.unlink(filename)


def rmdir(dirname):
  with contextlib.suppress(FileNotFoundError):
    os.rmdir(dirname)


def rmtree(path):
  with contextlib.suppress(FileNotFoundError):
    shutil.rmtree(path)


def make_bad_fd():
  descriptor = os.open(os.devnull, os.O_RDONLY)
  os.close(descriptor)
  return descriptor


def fd_count():
  return len(os.listdir("/proc/self/fd")) - 1


def can_symlink():
  return True


can_chmod = can_xattr = can_symlink


def _unchanged(item):
  return item


skip_unless_symlink = skip_unless_xattr = skip_if_dac_override = skip_unless_working_chmod = skip_unless_dac_override = _unchanged


def fs_is_case_insensitive(directory):
  return False


def create_empty_file(filename):
  with open(filename, "w"):
    pass


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
  path = os.path.realpath(tempfile.mkdtemp() if path is None else path)
  os.makedirs(path, exist_ok=True)
  try:
    yield path
  finally:
    rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
  before = os.getcwd()
  os.chdir(path)
  try:
    yield os.getcwd()
  finally:
    os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
  with temp_dir(name) as path, change_cwd(path) as here:
    yield here


@contextlib.contextmanager
def temp_umask(umask):
  before = os.umask(umask)
  try:
    yield
  finally:
    os.umask(before)


@contextlib.contextmanager
def open_dir_fd(path):
  descriptor = os.open(path, os.O_RDONLY)
  try:
    yield descriptor
  finally:
    os.close(descriptor)


class FakePath:
  def __init__(self, path):
    self.path = path

  def __repr__(self):
    return f"<FakePath {self.path!r}>"

  def __fspath__(self):
    if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
      raise self.path
    return self.path


class EnvironmentVarGuard(collections.abc.MutableMapping):
  """Changes of the environment that are undone."""

  def __init__(self):
    self._changed = {}

  def __getitem__(self, name):
    return os.environ[name]

  def _remember(self, name):
    self._changed.setdefault(name, os.environ.get(name))

  def __setitem__(self, name, value):
    self._remember(name)
    os.environ[name] = value

  def __delitem__(self, name):
    self._remember(name)
    os.environ.pop(name, None)

  def set(self, name, value):
    self[name] = value

  def unset(self, name):
    del self[name]

  def keys(self):
    return os.environ.keys()

  def __iter__(self):
    return iter(os.environ)

  def __len__(self):
    return len(os.environ)

  def __enter__(self):
    return self

  def __exit__(self, *ignored):
    for name, value in self._changed.items():
      if value is None:
        os.environ.pop(name, None)
      else:
        os.environ[name] = value
