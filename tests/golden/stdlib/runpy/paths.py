# A script that is run from its path, and one that is missing.
import os
import runpy
import tempfile

for path in ("/no/such/script.py", "/nope"):
    try:
        runpy.run_path(path)
    except OSError as error:
        print(type(error).__name__, error)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "settings.txt")
    with open(path, "w") as file:
        file.write("'''Doc.'''\nname = __name__\ntotal = start + 1\n")
    names = runpy.run_path(path, {"start": 4}, "ran")
    print(names["name"], names["total"], names["__doc__"], names["__file__"] == path)
