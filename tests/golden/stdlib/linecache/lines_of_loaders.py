# Lines that no file has come from the loader of the module, at once or when they are asked for.
import linecache
import traceback


class Loader:
    def get_source(self, name):
        print("asked for", name)
        return None if name == "empty" else "import sys\nx = 1"


class Spec:
    loader = Loader()


print(linecache.getlines("/no/file.py"))
print(linecache.getlines("/no/file.py", {"__name__": "mod", "__loader__": Loader()}), linecache.getline("/no/file.py", 2))
print(linecache.lazycache("/other/file.py", {"__name__": "other", "__spec__": Spec}), linecache.cache["/other/file.py"][1:])
print(repr(traceback.FrameSummary("/other/file.py", 1, "f").line), linecache.cache["/other/file.py"])
print(linecache.lazycache("/other/file.py", None), linecache.lazycache("<string>", {"__name__": "m", "__loader__": Loader()}))
print(linecache.getlines("/empty.py", {"__name__": "empty", "__loader__": Loader()}))
linecache.checkcache()
print(sorted(linecache.cache))
