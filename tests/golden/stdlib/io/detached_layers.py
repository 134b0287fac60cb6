# What is left of a layer after detach() and after close(): each operation, in turn.
import io

ARGUMENTS = {"write": b"", "seek": 0, "writelines": [], "readinto": bytearray(1)}
OPERATIONS = ("raw buffer close closed flush read write readable writable seekable fileno isatty tell seek truncate peek readline readlines writelines "
              "read1 readinto __enter__ __iter__ __next__ name mode encoding errors newlines line_buffering detach").split()


def tried(layer, operation):
    try:
        attribute = getattr(layer, operation)
        argument = [ARGUMENTS[operation]] if operation in ARGUMENTS else []
        return attribute(*argument) if callable(attribute) else attribute
    except (AttributeError, OSError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper):
    for end in ("detach", "close"):
        layer = kind(io.BytesIO(b"abc"))
        getattr(layer, end)()
        print(f"-- {kind.__name__} after {end}()")
        for operation in OPERATIONS:
            if not (end == "close" and operation in ("raw", "buffer", "detach")):
                print(operation, tried(layer, operation))
reader = io.BufferedReader(io.BytesIO(b"abc"))
print(tried(reader, "truncate"), reader.seek(-1, 2))
