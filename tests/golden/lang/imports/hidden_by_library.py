# Files beside a program hide modules of the library, but not those that are built in, frozen, or loaded before the program.
import subprocess
import sys
import tempfile
from pathlib import Path

names = ["os", "io", "abc", "codecs", "stat", "posixpath", "site", "runpy", "_collections_abc", "sys", "time", "errno",
         "itertools", "marshal", "gc", "posix", "atexit", "encodings", "queue", "cmath", "resource", "select", "string"]
with tempfile.TemporaryDirectory() as folder:
  for name in names: Path(folder, name + ".py").write_text("mine = True\n")
  main = Path(folder, "main.py")
  main.write_text("\n".join(f"import {name}\nprint('{name}', hasattr({name}, 'mine'))" for name in names))
  done = subprocess.run([sys.executable, str(main)], capture_output=True, text=True)
  print(done.stdout, done.stderr, done.returncode)
