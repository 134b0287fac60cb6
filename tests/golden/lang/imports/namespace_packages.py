# A package without __init__.py has every folder of its name on the path.
import os
import sys

here = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(here, "_namespace_a"), os.path.join(here, "_namespace_b")]
import _spread
import _spread.two
from _spread import one

print(_spread.two.where, "|", _spread.two.seen, "|", one.where, one is _spread.two.one)
print([os.path.relpath(folder, here) for folder in _spread.__path__])
print(repr(_spread).split(" at ")[0], type(one.__spec__), type(one.__loader__))
print(_spread.__name__, _spread.__package__, getattr(_spread, "__file__", None), _spread.__doc__)
try:
    import _spread.three
except ModuleNotFoundError as error:
    print(error, "|", error.name)
print(one.__annotations__, "__annotations__" in vars(one), "__annotations__" in vars(_spread.two))
one.__annotations__["x"] = int
print(vars(one)["__annotations__"])
del one.__annotations__
print("__annotations__" in vars(one))
