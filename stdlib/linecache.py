"""Lines of source files, for tracebacks and tools.

What programs put into `cache` (size, time, lines, name) is found too; other texts are those the interpreter has compiled.
"""

import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getline(filename, lineno, module_globals=None):
  """One line of a file, with its line end; '' if there is none."""
  if filename not in cache:
    line = _traceback.source_line(filename, lineno)
    if line:
      return line + "\n"
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
  text = _traceback.source_text(filename)
  if text is None:
    return _loaded_lines(filename, module_globals)
  lines = _lines_of(text)
  import os
  try:
    status = os.stat(filename)
  except (OSError, ValueError):
    return lines
  cache[filename] = (status.st_size, status.st_mtime, lines, filename)
  return lines


def _loaded_lines(filename, module_globals):
  """The lines that the module's loader gives; they stay in the cache, for no file can change."""
  text = None
  if lazycache(filename, module_globals):
    try:
      text = cache[filename][0]()
    except (ImportError, OSError):
      pass
  if text is None:
    return []
  lines = _lines_of(text)
  cache[filename] = (len(text), None, lines, filename)
  return lines


def _lines_of(text):
  if text and not text.endswith("\n"):
    text += "\n"
  return text.splitlines(True)


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
