# The files of modules have absolute names, also where an entry of sys.path is relative.
import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    for name, text in (("plain.py", "print(__file__, __spec__.origin)"), ("pack/__init__.py", "print(__file__, __path__)"), ("pack/sub.py", "print(__file__)"),
                       ("names/inner.py", "print(__file__, list(__import__('names').__path__))")):
        os.makedirs(os.path.dirname(f"{folder}/{name}"), exist_ok=True)
        with open(f"{folder}/{name}", "w") as file:
            file.write(text)
    for entry in ("", ".", "./", "pack/..", "names/../"):
        program = f"import sys; sys.path[0] = {entry!r}; import plain, pack.sub, names.inner; print(sys.path[0])"
        done = subprocess.run([sys.executable, "-c", program], cwd=folder, text=True, stdout=-1, stderr=-2)
        print(done.stdout.replace(folder, "FOLDER"))
