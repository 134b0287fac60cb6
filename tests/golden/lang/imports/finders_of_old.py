# Finders with find_module() and loaders with load_module(), as before 3.4; an empty sys.meta_path.
import importlib.util
import sys
import types
import warnings


class OldLoader:
    def load_module(self, name):
        module = types.ModuleType(name)
        sys.modules[name] = module
        module.value = name.upper()
        if name == "old_failing":
            raise ValueError("in load_module")
        if name == "old_package":
            module.__path__ = []
        return module


class OldFinder:
    def find_module(self, name, path=None):
        return OldLoader() if name.startswith("old_") else None


class NoFinder: pass


class LoaderOnly:
    @staticmethod
    def find_spec(name, path, target=None):
        return importlib.util.spec_from_loader(name, OldLoader()) if name == "half" else None


def attempt(name):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            module = importlib.import_module(name)
            print(name, module.value, type(module.__loader__).__name__, repr(module.__package__), module.__spec__.name)
        except (ImportError, ValueError, AttributeError) as error:
            print(name, type(error).__name__, error)
        print(sorted({f"{warning.category.__name__}: {warning.message}" for warning in told}))


own = sys.meta_path[:]
sys.meta_path.insert(0, OldFinder())
for name in ("old_plain", "old_package", "old_failing", "absent"):
    attempt(name)
print(importlib.util.find_spec("old_other").loader.__class__.__name__)
sys.meta_path[:] = [LoaderOnly, *own]
attempt("half")
sys.meta_path[:] = [NoFinder(), *own]
attempt("absent")
sys.meta_path.clear()
attempt("absent")
