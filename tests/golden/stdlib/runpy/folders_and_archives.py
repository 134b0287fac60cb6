# run_path() of folders and archives, sys.argv[0] meanwhile, run_module() with alter_sys, and archives as programs of the command line.
import os
import runpy
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = "import sys\nprint(__name__, sys.argv[0].endswith(NAME), repr(__package__))\nresult = 42\n"


def program(name):
    return f"NAME = {name!r}\n" + PROGRAM


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    os.makedirs("app")
    os.makedirs("first_line")
    for path in ("app/__main__.py", "module_one.py"):
        with open(path, "w") as file:
            file.write(program(os.path.basename(path) if path == "module_one.py" else "app"))
    with zipfile.ZipFile("app.zip", "w") as archive:
        archive.writestr("__main__.py", program("app.zip"))
    with zipfile.ZipFile("empty.zip", "w") as archive:
        archive.writestr("other.py", "")
    sys.path.insert(0, folder)
    before = sys.argv[0]
    print(runpy.run_path("app")["result"], runpy.run_path("app.zip", run_name="renamed.part")["result"], runpy.run_path("module_one.py")["__name__"])
    print(runpy.run_module("module_one", {"extra": 1}, alter_sys=True)["extra"], "module_one" in sys.modules, sys.argv[0] == before, "app" in sys.path)
    for action in (lambda: runpy.run_path("empty.zip"), lambda: runpy.run_module(".relative"), lambda: runpy.run_module("module_one.part"),
                   lambda: runpy.run_path("missing.py")):
        try:
            action()
        except (ImportError, OSError) as error:
            print(type(error).__name__, str(error).replace(folder, "FOLDER"))
    with open("app.zip", "rb") as source, open("first_line/app.zip", "wb") as target:
        target.write(b"#!/usr/bin/env python3\n" + source.read())
    for arguments in (["app"], ["app.zip"], ["first_line/app.zip"], ["empty.zip"]):
        ended = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
        print(arguments, ended.returncode, ended.stdout.strip(), ended.stderr.strip().replace(folder, "FOLDER").rpartition(": ")[2])
    os.chdir("/")
