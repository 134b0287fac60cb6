# A folder with a __main__.py runs as a program; sys.path begins with the folder as it was written.
import os
import subprocess
import sys
import tempfile

PROGRAM = """
import sys
print(*(text.replace({top!r}, "TOP") for text in (sys.path[0], __file__, sys.argv[0])), __spec__.name, repr(__package__))
import helper
"""

with tempfile.TemporaryDirectory() as top:
    top = os.path.realpath(top)
    folder = os.path.join(top, "tool")
    os.mkdir(folder)
    with open(os.path.join(folder, "__main__.py"), "w") as file:
        file.write(PROGRAM.format(top=top))
    with open(os.path.join(folder, "helper.py"), "w") as file:
        file.write("print('imported', __name__)\n")
    for written, where in [("tool", top), ("tool/", top), ("./tool//", top), (folder, "/"), (folder + "/", "/"), (".", folder), ("../tool", folder)]:
        print("-", written.replace(top, "TOP"), flush=True)
        subprocess.run([sys.executable, written], cwd=where)
