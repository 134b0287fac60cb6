# File objects take attributes of a program's own; messages name their classes with the module.
import io
import tempfile


def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


path = tempfile.mkstemp()[1]
for file in (open(path, "w"), open(path), open(path, "rb"), open(path, "wb"), open(path, "r+b"), open(path, "rb", 0), io.BytesIO(), io.StringIO()):
    with file:
        file.label = "mine"
        print(type(file).__name__, file.label, "label" in vars(file))
        del file.label
        for action in (lambda: file.label, lambda: file + 1, lambda: file[0], lambda: len(file), lambda: file(), lambda: file < file,
                       lambda: setattr(file, "closed", True)):
            tried(action)
raw = open(path, "rb", 0)
raw.name = "another"
print(raw.name, raw.closefd)
tried(lambda: setattr(raw, "mode", "r"))
tried(lambda: raw.detach())
