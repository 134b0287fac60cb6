"""Lines of source files, for tracebacks and tools."""

import _traceback

cache = {}


def getline(filename, lineno, module_globals=None):
    line = _traceback.source_line(filename, lineno)
    return line + "\n" if line or 0 < lineno <= len(getlines(filename)) else ""


def getlines(filename, module_globals=None):
    text = _traceback.source_text(filename)
    return [] if text is None else text.splitlines(True)


def checkcache(filename=None):
    """Nothing: what was read stays as it was when the program started."""


def clearcache():
    """Nothing, as checkcache()."""


def updatecache(filename, module_globals=None):
    return getlines(filename)


def lazycache(filename, module_globals):
    return False
