# uname(): five items that were asked for and a sixth that is found when it is needed; architecture() of files.
import copy
import pickle
import platform

system = platform.uname()
print(len(system), system._fields, system == tuple(system), hash(system) == hash(tuple(system)[:5]), system[1:3] == (system.node, system.release))
print(system._replace(node="other").node, pickle.loads(pickle.dumps(system)) == system, copy.copy(system) == system)
print(platform.uname_result("a", "b", "c", "d", "e"), list(platform.uname_result("a", "b", "c", "d", "e"))[:5])
for action in (lambda: platform.uname_result("a", "b"), lambda: platform.uname_result._make("abcdef"), lambda: system._replace(processor="x"), lambda: system[9]):
  try:
    action()
  except (TypeError, ValueError, IndexError) as error:
    print(type(error).__name__, error)
print(platform.architecture("/none"), platform.architecture("/etc/passwd"), platform.architecture("/none", "12bit", "X"), platform.architecture("/bin/sh"))
