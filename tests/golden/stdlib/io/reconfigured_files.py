# reconfigure() of files that open() made: line ends, encodings, and what it refuses.
import os
import tempfile


def attempt(file, **options):
    try:
        file.reconfigure(**options)
    except (ValueError, TypeError, LookupError) as error:
        print(options, type(error).__name__, error)


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file")
    with open(path, "w", encoding="utf-8") as file:
        for newline, line in (("\r\n", "a\n"), ("\n", "b\n"), ("\r", "c\n"), (None, "d\n")):
            file.reconfigure(newline=newline)
            file.write(line)
        for options in ({"newline": "x"}, {"newline": 5}, {"encoding": "unknown"}, {"encoding": 5}, {"encoding": "hex"}, {"errors": 5}):
            attempt(file, **options)
        file.reconfigure(encoding="latin-1")
        print(file.encoding, file.errors, file.write("é\n"))
        file.reconfigure(encoding="ascii", errors="replace")
        print(file.encoding, file.errors, file.write("é\n"))
    attempt(file, newline="\n")
    with open(path, "rb") as file:
        print(file.read())
    with open(path, encoding="latin-1") as file:
        file.reconfigure(newline="")
        print(repr(file.readline()))
        attempt(file, newline="\n")
        attempt(file, encoding="utf-8")
        attempt(file, line_buffering=True)
        print(file.line_buffering, file.readlines())
with open(__file__) as file:
    file.readline()
    try:
        file.reconfigure(newline="x")
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
