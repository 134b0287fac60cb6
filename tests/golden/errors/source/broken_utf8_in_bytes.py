# Of what compile() gets as bytes, and of imported files, only names and strings have to be UTF-8; the position counts from where these begin.
import importlib
import sys
import tempfile
from pathlib import Path

SOURCES = (b"# caf\xe9\nx = 1", b"x = 1  # \xff", b"x = '\xff'", b"x = ('ab\xff', 1)", b"r'\\n\xff'", b"'\\n\xc3\xa9\xff'", b"'\xe2\x82'", b"'\xe9t\xe9'",
           b"'\xf0\x9f\x98'", b"'\xed\xa0\x80'", b"b'\xff'", b"x\xff = 1", b"import \xff", b"f(\n\xff)", b"def f():\n  'doc \xff'", b"x = 1\0")

for source in SOURCES:
  try:
    compile(source, "<test>", "exec")
    print(source, "is right")
  except SyntaxError as error:
    print(source, "->", error.msg, error.lineno, error.offset, error.end_offset)

print("- files")
sys.dont_write_bytecode = True
with tempfile.TemporaryDirectory() as folder:
  sys.path.insert(0, folder)
  for number in (0, 2, 15):
    Path(folder, f"module{number}.py").write_bytes(SOURCES[number])
    try:
      importlib.import_module(f"module{number}")
      print(number, "is right")
    except SyntaxError as error:
      print(number, error)
