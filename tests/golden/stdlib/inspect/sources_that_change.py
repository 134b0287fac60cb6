# Sources and tracebacks show a file as it is now: changed, and changed and loaded again.
import importlib
import inspect
import os
import sys
import tempfile
import traceback

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
path = os.path.join(folder, "changing.py")


def write(text):
    with open(path, "w") as file:
        file.write(text)


def show(function):
    print(inspect.getsource(function), end="")
    try:
        function()
    except Exception:
        print(traceback.format_exc(limit=-1).replace(folder, "folder"))


write('def fail():\n    raise ValueError("first")\n')
import changing
show(changing.fail)
write('def fail():\n    raise ValueError("another")\n')
show(changing.fail)
write('def fail():\n    "now longer"\n    raise KeyError("third")\n')
importlib.reload(changing)
show(changing.fail)

# What is in no file has no source.
code = compile("x = 1", "no_such_file.py", "exec")
print(inspect.getsourcefile(code), inspect.getsourcefile(changing.fail) == path)
try:
    inspect.getsource(code)
except OSError as error:
    print(error)
