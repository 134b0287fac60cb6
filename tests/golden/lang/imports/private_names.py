# In a class, private names of modules and of what they export are mangled like all names.
import sys
import types

mangled, plain = types.ModuleType("_Class__module"), types.ModuleType("__module")
mangled._Class__name, mangled.__name = "mangled", "plain"
sys.modules |= {"_Class__module": mangled, "__module": plain}

class Class:
  import __module as alias
  from __module import __name
  def imports(self):
    import __module
    from __module import __name as name
    return __module.__name__, name
  def missing(self): from os import __nothing
  def dotted(self): import os.__path

print(Class.alias.__name__, sorted(name for name in vars(Class) if name.startswith("_Class")), Class().imports())
for attempt in (Class().missing, Class().dotted):
  try: attempt()
  except ImportError as e: print(str(e).partition(" (")[0])
