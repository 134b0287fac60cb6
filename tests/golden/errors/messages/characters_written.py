# What a BlockingIOError tells to have been written.
class Derived(BlockingIOError): pass


def written(error):
    try:
        return error.characters_written
    except AttributeError as missing:
        return f"AttributeError {missing}"


for cls in (BlockingIOError, OSError, Derived):
    for third in (5, True, -1, 1.5, 2j, "name", None):
        try:
            error = cls(11, "later", third)
            print(cls.__name__, repr(error), error.filename, written(error))
        except TypeError as refused:
            print(cls.__name__, third, refused)
error = BlockingIOError()
for value in (7, -1, "x", 2**70):
    try:
        error.characters_written = value
        print(value, written(error))
    except (TypeError, ValueError) as refused:
        print(refused)
error.characters_written = 3
del error.characters_written
print(written(error))
try:
    del error.characters_written
except AttributeError as missing:
    print("deleted twice:", missing)
