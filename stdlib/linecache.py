"""Lines of source files, for tracebacks and tools.

What programs put into `cache` (size, time, lines, name) is found too; other texts are those the interpreter has compiled.
"""

import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getline(filename, lineno, module_globals=None):
  """One line of a file, with its line end; '' if there is none."""
  lines = getlines(filename, module_globals)
  return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
  """All lines of a file; [] if there is none."""
  entry = cache.get(filename)
  if entry is not None and len(entry) != 1:
    return entry[2]
  return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
  """Reads the file again."""
  if len(cache.get(filename, ())) != 1:
    cache.pop(filename, None)
  if not filename:
    return []
  fullname, status = filename, _status(filename)
  if status is None:
    if lazycache(filename, module_globals):
      return _loaded_lines(filename)
    if filename.startswith("<"):
      text = _traceback.source_text(filename)
      return [] if text is None else _ended(text.splitlines())
    fullname, status = _found_in_path(filename)
  lines = [] if status is None else _file_lines(fullname)
  if lines is None:
    return []
  if status is not None:
    cache[filename] = (status.st_size, status.st_mtime, lines, fullname)
  return lines


def _status(filename):
  import os
  try:
    return os.stat(filename)
  except (OSError, ValueError):
    return None


def _found_in_path(filename):
  """A relative name's file in a folder of sys.path, and what os.stat() gives for it; (None, None) where there is none."""
  import os
  import sys
  for folder in [] if os.path.isabs(filename) else sys.path:
    try:
      fullname = os.path.join(folder, filename)
    except (TypeError, AttributeError):
      continue
    status = _status(fullname)
    if status is not None:
      return fullname, status
  return None, None


def _loaded_lines(filename):
  """The lines that the module's loader gives; they stay in the cache, for no file can change."""
  try:
    text = cache[filename][0]()
  except (ImportError, OSError):
    return []
  if text is None:
    return []
  lines = _ended(text.splitlines())
  cache[filename] = (len(text), None, lines, filename)
  return lines


def _file_lines(fullname):
  """The lines of a file of source; None where it cannot be read or decoded."""
  text = _traceback.source_text(fullname)
  if text is not None and "\ufffd" in text:
    import tokenize
    try:
      with tokenize.open(fullname) as file:  # Strictly, for the character may stand for a byte that is no text.
        text = file.read()
    except (OSError, UnicodeDecodeError, SyntaxError):
      return None
  if text is None:
    return None
  lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
  return _ended(lines if lines[-1] else lines[:-1])


def _ended(lines):
  return [line + "\n" for line in lines]


def checkcache(filename=None):
  """Forgets entries of files that have changed."""
  import os
  for name in list(cache) if filename is None else [filename]:
    entry = cache.get(name)
    if entry is None or len(entry) == 1 or entry[1] is None:
      continue
    try:
      status = os.stat(entry[3])
    except (OSError, ValueError):
      del cache[name]
      continue
    if entry[0] != status.st_size or entry[1] != status.st_mtime:
      del cache[name]


def clearcache():
  """Forgets all entries."""
  cache.clear()


def lazycache(filename, module_globals):
  """An entry whose text the module's loader gives when it is asked for; whether there is one."""
  if filename in cache:
    return len(cache[filename]) == 1
  if not filename or filename.startswith("<") and filename.endswith(">"):
    return False
  loader = (module_globals or {}).get("__loader__")
  if loader is None:
    loader = getattr((module_globals or {}).get("__spec__"), "loader", None)
  get_source = getattr(loader, "get_source", None)
  name = (module_globals or {}).get("__name__")
  if not name or get_source is None:
    return False
  cache[filename] = (lambda: get_source(name),)
  return True
