# Static methods and constructors of built-in classes, open(), classes that lead back to their module, and names of Python 2.
import pickle
import sys

for protocol in (0, 2, 4):
  for function in (str.maketrans, bytes.maketrans, dict.fromkeys, float.fromhex, object.__new__, complex.__new__, [].append, open, len):
    data = pickle.dumps(function, protocol)
    print(protocol, data, pickle.loads(data).__name__)


class Rebuilt:
  def __reduce__(self):
    return complex.__new__, (complex, 1, 2)


print([pickle.loads(pickle.dumps(Rebuilt(), protocol)) for protocol in range(6)])


class Circular:
  pass


Circular.module = sys.modules[__name__]
Circular.__qualname__ = "Circular.module.Circular"
print([pickle.loads(pickle.dumps(Circular, protocol)) is Circular for protocol in range(6)])

for name in (b"whichdb\nwhichdb", b"cStringIO\nStringIO", b"UserDict\nUserDict", b"UserDict\nIterableUserDict", b"__builtin__\nbasestring", b"urllib\nquote",
             b"urllib2\nHTTPError", b"anydbm\nerror", b"SimpleHTTPServer\nSimpleHTTPRequestHandler", b"exceptions\nStandardError"):
  found = pickle.loads(b"c" + name + b"\n.")
  print(name, getattr(found, "__qualname__", found))
import dbm
import urllib.error
for found in (dbm.whichdb, urllib.error.URLError):
  print(pickle.dumps(found, 2), pickle.dumps(found, 2, fix_imports=False))

# UUIDs are written as CPython writes them, so that each reads the other's.
import uuid
for number in (uuid.UUID(int=5), uuid.UUID(int=7, is_safe=uuid.SafeUUID.safe)):
  for protocol in (0, 2, 5):
    data = pickle.dumps(number, protocol)
    print(data, pickle.loads(data) == number, pickle.loads(data).is_safe)
