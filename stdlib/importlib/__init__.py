"""Import by name at run time.

>>> import_module("sys").byteorder
'little'
"""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def _resolve_name(name, package, level):
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name}" if name else parts[0]


def import_module(name, package=None):
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        if not isinstance(package, str):
            raise TypeError("__package__ not set to a string")
        while level < len(name) and name[level] == ".":
            level += 1
        name = _resolve_name(name[level:], package, level)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Have finders look again: those that a program has put into sys.meta_path or sys.path_importer_cache. Others remember nothing."""
    from .machinery import PathFinder
    for finder in vars(sys).get("meta_path", (PathFinder,)):
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def _found_by_program(name, module, file):
    """What a finder that the program put into sys.meta_path, before those of the interpreter where they know the module, says of it, or one that
    its sys.path_hooks gave; or None."""
    if "meta_path" not in vars(sys) and "path_hooks" not in vars(sys):
        return None
    from .machinery import BuiltinImporter, PathFinder, _hooked_spec
    parent = name.rpartition(".")[0]
    path = sys.modules[parent].__path__ if parent else None
    for finder in vars(sys).get("meta_path", (PathFinder,)):
        if finder is BuiltinImporter:
            continue
        if finder is PathFinder:
            spec = _hooked_spec(name, path) if "path_hooks" in vars(sys) else None
            if spec is None and file is not None:
                return None
        else:
            spec = finder.find_spec(name, path, module)
        if spec is not None:
            return spec
    return None


def reload(module):
    """Run the module's code again in its namespace."""
    try:
        name = module.__spec__.name
    except AttributeError:
        try:
            name = module.__name__
        except AttributeError:
            raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    file = getattr(module, "__file__", None)
    spec = _found_by_program(name, module, file)
    if spec is not None:
        module.__spec__ = spec
        spec.loader.exec_module(module)
        return sys.modules[name]
    if file is None and module.__spec__ is not None:
        return module
    import _traceback
    text = None if file is None else _traceback.source_text(file)
    if text is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    exec(compile(text, file, "exec"), module.__dict__)
    return sys.modules[name]
