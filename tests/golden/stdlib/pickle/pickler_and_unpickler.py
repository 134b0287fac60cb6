# Pickler and Unpickler keep a memo between objects; subclasses hook into what is written and found.
import copyreg
import io
import pickle


class DatabasePickler(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, str) and obj.startswith("db:"):
            return obj[3:]


class DatabaseUnpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return "loaded", pid


for protocol in (0, 1, 4, 5):
    file = io.BytesIO()
    DatabasePickler(file, protocol).dump(["db:1", "other"])
    print(file.getvalue())
    file.seek(0)
    print(DatabaseUnpickler(file).load())
    try:
        pickle.loads(file.getvalue())
    except pickle.UnpicklingError as error:
        print(error)


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) == ("builtins", "range"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


print(Restricted(io.BytesIO(pickle.dumps(range(3)))).load())
for data in (pickle.dumps(print), b"cos\nsystem\n(S'echo'\ntR."):
    try:
        Restricted(io.BytesIO(data)).load()
    except pickle.UnpicklingError as error:
        print(error)

file = io.BytesIO()
pickler = pickle.Pickler(file)
item = ["item"]
pickler.dump(item)
pickler.dump([item, item])
print(file.getvalue())
pickler.clear_memo()
pickler.dump(item)
file.seek(0)
unpickler = pickle.Unpickler(file)
first, second, third = unpickler.load(), unpickler.load(), unpickler.load()
print(first, second, third, second[0] is first, third is first)
try:
    unpickler.load()
except EOFError as error:
    print("EOFError:", error)


class Special:
    pass


class Overriding(pickle.Pickler):
    def reducer_override(self, obj):
        if obj is Special:
            return str, ("was Special",)
        return NotImplemented


file = io.BytesIO()
Overriding(file).dump([Special, int])
print(pickle.loads(file.getvalue()))
file = io.BytesIO()
pickler = pickle.Pickler(file, 2)
pickler.dispatch_table = copyreg.dispatch_table.copy()
pickler.dispatch_table[Special] = lambda obj: (list, ("ab",))
pickler.dump(Special())
print(pickle.loads(file.getvalue()))


class NotReady(pickle.Pickler):
    def __init__(self):
        pass


try:
    NotReady().dump(1)
except pickle.PicklingError as error:
    print(error)
