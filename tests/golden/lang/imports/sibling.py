# Modules beside the script: import, from, as, star, caching.
import _helper
import _helper as again
from _helper import value, double as twice, _private
from _helper import *
import sys
print(_helper is again, value, twice(4), double(5), _private, "hidden" in globals(), sys.modules["_helper"] is again)
_helper.value = 99
print(value, _helper.value, _helper.__name__, _helper.__doc__)
try: from _helper import nothing_like_this
except ImportError as e: print(type(e).__name__, e.name)
try: import _no_such_module
except ModuleNotFoundError as e: print(e, e.name)
def inside():
  from _helper import hidden
  return hidden()
print(inside())
