# Argument counts of group methods, mappings that fail in calls, delegates whose close() cannot be read, copies of starred aliases.
import pickle
import sys
import types

group = ExceptionGroup("group", [ValueError(1)])
for call in ("group.split()", "group.split(1, 2)", "group.subgroup()", "group.derive()", "group.split(5)", "group.split(ValueError)[1]"):
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, error)

class Mapping:
    def __init__(self, keys):
        self.names = keys
    def keys(self):
        if isinstance(self.names, Exception):
            raise self.names
        return self.names
    def __getitem__(self, name):
        return 1

def called(**options):
    return options

for keys in (["a"], ["a", "a"], AttributeError("no"), ValueError("no"), 5, [1]):
    try:
        print(called(**Mapping(keys)))
    except Exception as error:
        print(type(error).__name__, error)

class Delegate:
    def __iter__(self):
        return self
    def __next__(self):
        return 1
    @property
    def close(self):
        raise RuntimeError("unreadable")

def delegating():
    yield from Delegate()

sys.unraisablehook = lambda report: print("ignored:", repr(report.exc_value), type(report.object).__name__)
generator = delegating()
next(generator)
generator.close()
print(generator.gi_frame)

alias = tuple[int, *tuple[str, ...]]
print(pickle.loads(pickle.dumps(alias)), pickle.loads(pickle.dumps(alias)) == alias)

module = types.ModuleType("made")
for fields in ({"origin": None, "loader": None}, {"origin": "somewhere"}, {"origin": "made.py", "has_location": True}, {"origin": None, "loader": 5}):
    module.__spec__ = types.SimpleNamespace(**{"name": "other", "loader": None, "has_location": False, **fields})
    print(module)
print(sys)
