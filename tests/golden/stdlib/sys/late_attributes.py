# Attributes of sys are the module's own, also when a program takes it out of sys.modules, and each is made once.
import sys


def star():
    names = {}
    exec("from sys import *", names)
    return [name for name in ("float_info", "builtin_module_names", "meta_path") if name not in names]


print(star(), [name for name in sys.__dir__() if name not in vars(sys)])

names = ("float_info", "int_info", "hash_info", "thread_info", "builtin_module_names", "stdlib_module_names", "meta_path", "path_hooks", "path_importer_cache")
module = sys.modules.pop("sys")
kept = module.float_info.max, module.float_info.max_exp, "sys" in module.builtin_module_names, "asyncio" in module.stdlib_module_names
listed = [name for name in names if name not in dir(module)]
sys.modules["sys"] = module
print(kept, listed)
for name in names:
    value = getattr(sys, name)
    print(name, type(value).__name__, value is getattr(sys, name), name in vars(sys))
module.float_info = "mine"
print(sys.float_info)
try:
    sys.no_such_name
except AttributeError as error:
    print(error)
