# __spec__ and __package__ of a program that was started by file, as a module, and as a folder.
import pathlib
import subprocess
import sys
import tempfile

code = "print(__spec__ and (__spec__.name, __spec__.parent, __spec__.has_location), repr(__package__), __name__)\n"
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / 'package').mkdir()
    for file in ('module.py', 'package/__init__.py', 'package/__main__.py', 'package/part.py'):
        (folder / file).write_text(code if file != 'package/__init__.py' else '')
    for args in (['module.py'], ['-m', 'module'], ['-m', 'package'], ['-m', 'package.part'], ['package'], ['-c', code]):
        print(args[:2] if args[0] != '-c' else '-c', subprocess.run([sys.executable, *args], cwd=folder, capture_output=True, text=True).stdout, end='')

try:
    import os.nothing
except ImportError as error:
    print(type(error).__name__, error)
import builtins
print(builtins, type[int], hasattr(__import__('os'), '__path__'))
