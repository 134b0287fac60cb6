# Whoever has imported runpy has importlib.util too.
import importlib
import runpy

print(importlib.util.resolve_name(".x", "a.b"), importlib.util.find_spec("no_such_module"), callable(runpy.run_module))
try:
    importlib.reload(5)
except TypeError as error:
    print(error)
