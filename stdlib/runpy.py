"""Run modules and files as programs: what `-m` does."""

import importlib.util
import sys
import _traceback

__all__ = ["run_module", "run_path"]


class _Refused(ImportError):
    """Why a module can't be the program."""


def _find(name, error=ImportError):
    """(module name, file, text) of the code that runs for `name`: the module, or the package's __main__. What can't be found is told by an `error`."""
    parent = name.rpartition(".")[0]
    if parent:
        try:
            __import__(parent)
        except ImportError as problem:
            if problem.name is None or (problem.name != parent and not parent.startswith(problem.name + ".")):
                raise
        if name in sys.modules and not hasattr(sys.modules[name], "__path__"):
            import warnings
            warnings.warn_explicit(f"{name!r} found in sys.modules after import of package {parent!r}, but prior to execution of {name!r}; "
                                   "this may result in unpredictable behaviour", RuntimeWarning, "<frozen runpy>", 128)
        try:
            __import__(parent)
            if not hasattr(sys.modules[parent], "__path__"):
                raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {name!r}", name=name)
        except (ImportError, AttributeError, TypeError, ValueError) as problem:
            message = f"Error while finding module specification for {name!r} ({type(problem).__name__}: {problem})"
            if name.endswith(".py"):
                message += f". Try using {name[:-3]!r} instead of {name!r} as the module name."
            raise error(message, name=getattr(problem, "name", None)) from problem
    if name in sys.builtin_module_names:
        raise error(f"No code object available for {name}", name=name)
    file = _traceback.find_source(name)
    if file is None and not _is_namespace_package(name):
        raise error(f"No module named {name}")
    if file is None or file.endswith("/__init__.py"):
        try:
            return _find(name + ".__main__", error)
        except error as problem:
            if name not in sys.modules:
                raise
            raise error(f"{problem}; {name!r} is a package and cannot be directly executed")
    return name, file


def _is_namespace_package(name):
    """Whether the name leads to folders without an __init__.py."""
    if not name or name.endswith("."):
        return False
    try:
        return hasattr(__import__(name, fromlist=["__path__"]), "__path__")
    except ImportError:
        return False


def _spec(name, file):
    spec = importlib.util.spec_from_file_location(name, file, submodule_search_locations=None)
    spec.cached = importlib.util.cache_from_source(file)
    return spec


def _run(namespace, module_name, run_name, file):
    spec = _spec(module_name, file) if module_name else None
    namespace.update(__name__=run_name, __file__=file, __cached__=spec and spec.cached, __doc__=None, __loader__=spec and spec.loader,
                     __package__=module_name.rpartition(".")[0], __spec__=spec)
    exec(compile(_traceback.source_text(file), file, "exec"), namespace)
    return namespace


def _is_library(file):
    return file.startswith("<stdlib>/")


def _refuse(reason, name=""):
    """End the process, with a second line when it is a module of CPython's library that Coil does not have."""
    message = f"{sys.executable}: {reason}"
    if name in sys.stdlib_module_names and name not in sys.builtin_module_names and _traceback.find_source(name) is None:
        message += f"\n({name} is a module of CPython's standard library that Coil does not have)"
    sys.exit(message)


def _run_module_as_main(name):
    if name.startswith("."):
        _refuse("Relative module names not supported")
    try:
        module_name, file = _find(name, _Refused)
    except _Refused as error:
        _refuse(str(error), error.name)
    if _is_library(file) and "__main__" not in file and "__main__" not in _traceback.source_text(file):
        _refuse(f"{name} is only a module here: it does nothing as a program")
    sys.argv[0] = file
    _run(sys.modules["__main__"].__dict__, module_name, "__main__", file)


def _run_archive_as_main():
    """Run the __main__ module of the archive sys.argv[0] as the program; False when the file is none."""
    import zipimport
    from os.path import abspath
    path = abspath(sys.argv[0])
    try:
        finder = zipimport.zipimporter(path)
    except zipimport.ZipImportError:
        return False
    try:
        code = finder.get_code("__main__")
    except zipimport.ZipImportError:
        _refuse(f"can't find '__main__' module in {path!r}")
    sys.path[0] = path
    namespace = sys.modules["__main__"].__dict__
    namespace.update(__file__=finder.get_filename("__main__"), __package__="", __loader__=finder, __spec__=finder.find_spec("__main__"))
    exec(code, namespace)
    return True


class _InSystem:
    """While the code runs, it is found as a module of its name, and sys.argv[0] is its file."""

    def __init__(self, name, argument):
        self.module = type(sys)(name)
        self.argument = argument

    def __enter__(self):
        name = self.module.__name__
        self.saved = sys.argv[0], name in sys.modules, sys.modules.get(name)
        sys.argv[0] = self.argument
        sys.modules[name] = self.module
        return self.module.__dict__

    def __exit__(self, *exc_info):
        sys.argv[0], was_there, module = self.saved
        if was_there:
            sys.modules[self.module.__name__] = module
        else:
            sys.modules.pop(self.module.__name__, None)


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module, or the __main__ module of a package; its namespace."""
    if mod_name.startswith("."):
        raise ImportError("Relative module names not supported")
    module_name, file = _find(mod_name)
    run_name = run_name or module_name
    if not alter_sys:
        return _run(dict(init_globals or {}), module_name, run_name, file)
    with _InSystem(run_name, file) as namespace:
        namespace.update(init_globals or {})
        return _run(namespace, module_name, run_name, file).copy()


def _run_finder(finder, path_name, init_globals, run_name):
    """Run the __main__ module of a folder or an archive, which is in the search path meanwhile."""
    spec = finder.find_spec("__main__")
    if spec is None:
        raise ImportError(f"can't find '__main__' module in {sys.path[0]!r}")
    code = spec.loader.get_code("__main__")
    with _InSystem(run_name, path_name) as namespace:
        namespace.update(init_globals or {}, __name__=run_name, __file__=code.co_filename, __cached__=None, __doc__=None, __loader__=spec.loader,
                                          __package__=run_name.rpartition(".")[0], __spec__=spec)
        exec(code, namespace)
        return namespace.copy()


def run_path(path_name, init_globals=None, run_name=None):
    """Run a file, or the __main__ module of a folder or an archive; its namespace."""
    from os import fsdecode, path
    from pkgutil import get_importer
    run_name = run_name or "<run_path>"
    finder = get_importer(path_name)
    if finder is not None:
        sys.path.insert(0, path_name)
        try:
            return _run_finder(finder, path_name, init_globals, run_name)
        finally:
            if path_name in sys.path:
                sys.path.remove(path_name)
    file = fsdecode(path_name)
    with open(path.abspath(file), "rb"):
        pass  # This says why it can't be read.
    with _InSystem(run_name, file) as namespace:
        namespace.update(init_globals or {})
        return _run(namespace, "", run_name, file).copy()
