"""Path.glob(): one function per kind of pattern component, each going on with the rest of the pattern."""

import os

from pathlib._path import _means_absent


def select(path, parts):
  """The paths below a folder that match the components of a pattern."""
  selector = _selector(parts)
  return selector(path) if path.is_dir() else iter(())


def _selector(parts):
  """A generator function from a folder to the matching paths below it."""
  if not parts or not parts[0]:
    return lambda path: iter((path,))
  first, rest = parts[0], _selector(parts[1:])
  only_folders = len(parts) > 1
  if first == "**":
    return lambda path: _tree(path, rest)
  if first == "..":
    return lambda path: rest(path._child(".."))
  if "**" in first:
    raise ValueError("Invalid pattern: '**' can only be an entire path component")
  if any(c in first for c in "*?["):
    import fnmatch
    return lambda path: _matching(path, fnmatch._compile_pattern(first), only_folders, rest)
  return lambda path: _literal(path, first, only_folders, rest)


def _entries(path):
  try:
    with os.scandir(path) as scan:
      return list(scan)
  except PermissionError:
    return []


def _is_folder(entry, **options):
  try:
    return entry.is_dir(**options)
  except OSError as error:
    if not _means_absent(error):
      raise
    return False


def _literal(path, name, only_folders, rest):
  child = path._child(name)
  try:
    if child.is_dir() if only_folders else child.exists():
      yield from rest(child)
  except PermissionError:
    pass


def _matching(path, match, only_folders, rest):
  for entry in _entries(path):
    if match(entry.name) and (not only_folders or _is_folder(entry)):
      yield from rest(path._child(entry.name))


def _folders(path):
  """The folder and all folders below it; links are not followed."""
  yield path
  for entry in _entries(path):
    if _is_folder(entry, follow_symlinks=False):
      yield from _folders(path._child(entry.name))


def _tree(path, rest):
  seen = set()
  for folder in _folders(path):
    for found in rest(folder):
      if found not in seen:
        seen.add(found)
        yield found
