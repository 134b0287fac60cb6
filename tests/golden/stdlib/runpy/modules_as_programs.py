# What `-m` and run_module() say about packages that fail or that import the module themselves, and about names that are files.
import os
import subprocess
import sys
import tempfile

FILES = {
    "pack/__init__.py": "from . import early", "pack/early.py": "print('early runs as', __name__)", "pack/late.py": "print('late runs as', __name__)",
    "needs/__init__.py": "import a_module_that_nobody_has", "needs/part.py": "", "turns/__init__.py": "from turns import nothing", "turns/part.py": "",
    "plain.py": "print('plain')", "folder/inner.py": "print('inner runs as', __name__)",
}

with tempfile.TemporaryDirectory() as place:
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(os.path.join(place, name)), exist_ok=True)
        with open(os.path.join(place, name), "w") as file:
            file.write(text)

    def run(*arguments):
        done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=place)
        print(*arguments, "->", done.returncode)
        lines = done.stderr.splitlines()
        for line in done.stdout.splitlines() + [line for line in lines[:1] if "Warning" in line] + lines[-1:]:
            print("   ", line.replace(os.path.realpath(place), "PLACE").replace(place, "PLACE").replace(sys.executable, "PROGRAM"))

    for name in ("pack.late", "pack.early", "pack", "pack.nothing", "needs", "needs.part", "turns", "turns.part", "plain.py", "plain.x", "folder.inner", "folder/inner",
                 "folder/inner.py", "folder", "", "sys"):
        run("-m", name)
    for name in ("pack", "needs.part", "turns.part", "plain.py", "folder/inner", "sys"):
        run("-c", f"import runpy; runpy.run_module({name!r})")
