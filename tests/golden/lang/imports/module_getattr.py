# A module's own __getattr__.
import _lazy
print(_lazy.real, _lazy.anything)
from _lazy import other
print(other)
try: _lazy.no_way
except AttributeError as e: print(e)

# A failing import asks it for the name and the path, for the message it does not.
import sys, types
asked = types.ModuleType('asked')
def look(name):
    print('asked for', name)
    raise AttributeError(name)
asked.__getattr__ = look
sys.modules['asked'] = asked
try: from asked import missing
except ImportError as error: print(error)
