"""Questions about importable modules."""

import sys
from importlib import _resolve_name


def resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    level = 0
    while level < len(name) and name[level] == ".":
        level += 1
    return _resolve_name(name[level:], package, level)


def find_spec(name, package=None):
    """The module's __spec__, or None when there is no such module. Unlike CPython's it imports the module to find out."""
    name = resolve_name(name, package)
    if name not in sys.modules:
        try:
            __import__(name)
        except ModuleNotFoundError:
            return None
    return getattr(sys.modules[name], "__spec__", None)
