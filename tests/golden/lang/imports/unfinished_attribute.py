# An attribute that a module, because of a circular import, does not have yet; and the file of a package without one.
import sys

try:
    import _early_left
except AttributeError as error:
    print(error, error.name, error.obj.__name__)
print([name for name in sys.modules if name.startswith("_early")])

sys.path.append(__file__.rpartition("/")[0] + "/_namespace_a")
import types

fresh = types.ModuleType("fresh")
try:
    fresh.thing
except AttributeError as error:
    print(error)

import _pack

try:
    _pack.nothing
except AttributeError as error:
    print(error)
