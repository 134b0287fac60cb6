# A module's own __getattr__.
import _lazy
print(_lazy.real, _lazy.anything)
from _lazy import other
print(other)
try: _lazy.no_way
except AttributeError as e: print(e)
