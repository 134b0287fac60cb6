# An Unpickler of a program's own decides by find_class(); super().find_class() knows the names of Python 2 in old protocols, and paths in new ones.
import collections
import io
import pickle


class Restricted(pickle.Unpickler):
  def find_class(self, module, name):
    print("asked for", module, name)
    if name == "OSError":
      raise pickle.UnpicklingError(f"global '{module}.{name}' is forbidden")
    return super().find_class(module, name)


class Outer:
  class Inner:
    pass


for protocol in range(6):
  for thing in (range, {1}, ValueError("text"), OSError, collections.OrderedDict, Outer.Inner):
    data = pickle.dumps(thing, protocol)
    try:
      print(protocol, repr(Restricted(io.BytesIO(data)).load()))
    except Exception as error:
      print(protocol, type(error).__name__, error)
for options in ({}, {"fix_imports": False}):
  unpickler = pickle.Unpickler(io.BytesIO(pickle.dumps(1, 4)), **options)
  for when in ("before", "after"):
    for module, name in (("__builtin__", "int"), ("builtins", "int"), ("__main__", "Outer.Inner")):
      try:
        print(options, when, module, name, unpickler.find_class(module, name))
      except Exception as error:
        print(options, when, module, name, type(error).__name__, str(error).split(" on <")[0])
    if when == "before":
      unpickler.load()
