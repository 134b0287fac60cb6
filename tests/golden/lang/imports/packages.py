# Packages, submodules and relative imports.
import _pack
print(_pack.version, _pack.A, hasattr(_pack, "beta"), _pack.alpha.A)
import _pack.beta
print(_pack.beta.B, _pack.beta.__name__, _pack.beta.__package__)
from _pack.deep import gamma
from _pack.deep.gamma import G as g
print(gamma.G, g)
import _pack.deep.gamma as dg
print(dg is gamma)
try: import _pack.nothing
except ModuleNotFoundError as e: print(e)
try: from . import x
except ImportError as e: print(e)
