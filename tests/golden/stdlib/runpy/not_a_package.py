"""-m with a name below a module that is no package, with folders that have no __init__.py, and a module file that was written but not closed."""
import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    open(os.path.join(folder, "plain_one.py"), "w").write("print('plain', __name__)\n")
    sys.path.insert(0, folder)
    import plain_one
    for file in ("folder_one/__main__.py", "folder_two/inner.py"):
        os.mkdir(os.path.join(folder, os.path.dirname(file)))
        with open(os.path.join(folder, file), "w") as out:
            out.write("print('inner', __name__, __package__)\n")
    for name in ("plain_one", "plain_one.inner", "absent_one", "absent_one.inner", "folder_one", "folder_two", "folder_two.inner", "folder_two.absent", "sys"):
        ended = subprocess.run([sys.executable, "-m", name], capture_output=True, text=True, cwd=folder)
        print(name, ended.returncode, ended.stdout.strip(), ended.stderr.strip().partition(": ")[2])
