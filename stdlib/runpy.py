"""Run modules and files as programs: what `-m` does."""

import importlib.util
import sys
import _traceback

__all__ = ["run_module", "run_path"]


def _find(name):
    """(module name, file, text) of the code that runs for `name`: the module, or the package's __main__."""
    parent = name.rpartition(".")[0]
    if parent:
        __import__(parent)
        if not hasattr(sys.modules[parent], "__path__"):
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name)
    file = _traceback.find_source(name)
    if file is None:
        raise ImportError(f"No module named {name}")
    if file.endswith("/__init__.py"):
        __import__(name)
        inner = _traceback.find_source(name + ".__main__")
        if inner is None:
            raise ImportError(f"No module named {name}.__main__; {name!r} is a package and cannot be directly executed")
        return name + ".__main__", inner
    return name, file


def _spec(name, file):
    return type(sys.__spec__)(name=name, loader=None, origin=file, loader_state=None, submodule_search_locations=None, cached=None,
                              parent=name.rpartition(".")[0], has_location=True)


def _run(namespace, module_name, run_name, file):
    namespace.update(__name__=run_name, __file__=file, __package__=module_name.rpartition(".")[0], __doc__=None,
                     __loader__=None, __spec__=_spec(module_name, file) if module_name else None)
    exec(compile(_traceback.source_text(file), file, "exec"), namespace)
    return namespace


def _is_library(file):
    return file.startswith("<stdlib>/")


def _refuse(reason, name=""):
    """End the process, with a second line when it is a module of CPython's library that Coil does not have."""
    message = f"{sys.executable}: {reason}"
    if name in sys.stdlib_module_names and _traceback.find_source(name) is None:
        message += f"\n({name} is a module of CPython's standard library that Coil does not have)"
    sys.exit(message)


def _run_module_as_main(name):
    if name in sys.builtin_module_names:
        _refuse(f"No code object available for {name}")
    try:
        module_name, file = _find(name)
    except ModuleNotFoundError as error:
        _refuse(f"Error while finding module specification for {name!r} (ModuleNotFoundError: {error})", error.name)
    except ImportError as error:
        _refuse(str(error), name)
    if _is_library(file) and "__main__" not in file and "__main__" not in _traceback.source_text(file):
        _refuse(f"{name} is only a module here: it does nothing as a program")
    sys.argv[0] = file
    _run(sys.modules["__main__"].__dict__, module_name, "__main__", file)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    module_name, file = _find(mod_name)
    return _run(dict(init_globals or {}), module_name, run_name or module_name, file).copy()


def run_path(path_name, init_globals=None, run_name=None):
    if _traceback.source_text(path_name) is None:
        # Opening says why the file cannot be read.
        open(path_name, "rb").close()
    return _run(dict(init_globals or {}), "", run_name or "<run_path>", path_name).copy()
