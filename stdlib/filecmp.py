"""Comparison of files and folders.

    dircmp("old", "new").report_full_closure()
"""

import os
import stat
import types

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_BLOCK = 8192
# Results by names and signatures of files.
_results = {}


def clear_cache():
  """Forget former results."""
  _results.clear()


def cmp(f1, f2, shallow=True):
  """Whether two files are equal; when shallow, they are if kind, size and time of change are the same."""
  first, second = _signature(f1), _signature(f2)
  if first[0] != stat.S_IFREG or second[0] != stat.S_IFREG:
    return False
  if shallow and first == second:
    return True
  if first[1] != second[1]:
    return False
  key = f1, f2, first, second
  if key not in _results:
    result = _same_contents(f1, f2)
    if len(_results) > 100:
      clear_cache()
    _results[key] = result
  return _results[key]


def _signature(name):
  status = os.stat(name)
  return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _same_contents(f1, f2):
  with open(f1, "rb") as first, open(f2, "rb") as second:
    while True:
      block = first.read(_BLOCK)
      if block != second.read(_BLOCK):
        return False
      if not block:
        return True


def cmpfiles(a, b, common, shallow=True):
  """Three lists of names: files that are equal in both folders, that differ, that can't be compared."""
  same, different, trouble = [], [], []
  for name in common:
    try:
      result = same if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else different
    except OSError:
      result = trouble
    result.append(name)
  return same, different, trouble


class dircmp:
  """Two folders: what is in both, what differs. Everything is found out when it is asked for."""

  def __init__(self, a, b, ignore=None, hide=None):
    self.left = a
    self.right = b
    self.hide = [os.curdir, os.pardir] if hide is None else hide
    self.ignore = DEFAULT_IGNORES if ignore is None else ignore

  def phase0(self):
    """The names in each folder."""
    skipped = self.hide + self.ignore
    self.left_list = sorted([name for name in os.listdir(self.left) if name not in skipped])
    self.right_list = sorted([name for name in os.listdir(self.right) if name not in skipped])

  def phase1(self):
    """The names in both, and in one only."""
    left, right = set(self.left_list), set(self.right_list)
    self.common = [name for name in self.left_list if name in right]
    self.left_only = [name for name in self.left_list if name not in right]
    self.right_only = [name for name in self.right_list if name not in left]

  def phase2(self):
    """Folders, files, and what is not of the same kind in both."""
    self.common_dirs, self.common_files, self.common_funny = [], [], []
    for name in self.common:
      kind = self._kind(name)
      if kind == stat.S_IFDIR:
        self.common_dirs.append(name)
      elif kind == stat.S_IFREG:
        self.common_files.append(name)
      else:
        self.common_funny.append(name)

  def _kind(self, name):
    """The kind that a name has in both folders, or None."""
    try:
      left, right = [stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode) for folder in (self.left, self.right)]
    except OSError:
      return None
    return left if left == right else None

  def phase3(self):
    """Which files are equal."""
    self.same_files, self.diff_files, self.funny_files = cmpfiles(self.left, self.right, self.common_files)

  def phase4(self):
    """The comparisons of folders in both."""
    self.subdirs = {name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name), self.ignore, self.hide)
                    for name in self.common_dirs}

  def phase4_closure(self):
    """The comparisons of all folders, at any depth."""
    self.phase4()
    for inner in self.subdirs.values():
      inner.phase4_closure()

  def report(self):
    """Print what differs, without what is in folders of both."""
    print("diff", self.left, self.right)
    for words, names in ((f"Only in {self.left} :", self.left_only), (f"Only in {self.right} :", self.right_only),
                         ("Identical files :", self.same_files), ("Differing files :", self.diff_files),
                         ("Trouble with common files :", self.funny_files), ("Common subdirectories :", self.common_dirs),
                         ("Common funny cases :", self.common_funny)):
      if names:
        names.sort()
        print(words, names)

  def report_partial_closure(self):
    """Print what differs, one level of folders too."""
    self.report()
    for inner in self.subdirs.values():
      print()
      inner.report()

  def report_full_closure(self):
    """Print what differs at any depth."""
    self.report()
    for inner in self.subdirs.values():
      print()
      inner.report_full_closure()

  methodmap = {"subdirs": phase4, "same_files": phase3, "diff_files": phase3, "funny_files": phase3, "common_dirs": phase2, "common_files": phase2,
               "common_funny": phase2, "common": phase1, "left_only": phase1, "right_only": phase1, "left_list": phase0, "right_list": phase0}

  def __getattr__(self, attr):
    if attr not in self.methodmap:
      raise AttributeError(attr)
    self.methodmap[attr](self)
    return getattr(self, attr)

  __class_getitem__ = classmethod(types.GenericAlias)


if __name__ == "__main__":
  import _command_lines
  _command_lines.filecmp()
