# The encoding that a source names in one of its first two lines: any that the codecs know, a program's own ones too.
import codecs
import linecache
import sys
import tempfile
import traceback
from pathlib import Path

def run(source):
  names = {}
  try: exec(source, names)
  except SyntaxError as e: return ascii(e.args)
  return ascii(names.get("x"))

for encoding in ["cp1252", "koi8-r", "cp437", "mac_roman", "iso-8859-15", "windows-1250", "L1", "latin-1-unix", "iso_8859_1_dos", "ascii", "646",
                 "U8", "cp65001", "utf-8-unix", "utf_7", "unicode_escape", "rot13", "hex", "nope", "."]:
  for text in (b"x = 'a'", b"x = '\xe9\x8d'"):
    if encoding == "utf-8-unix" and text[-2] > 127: continue
    print(encoding, run(b"# -*- coding: " + encoding.encode() + b" -*-\n" + text))

print("- where it may stand")
for line in [b"#!prog\n#coding=latin-1\n", b"\n# coding: latin-1\n", b"\x0c # vim: set fileencoding=latin-1 :\n", b"# coding coding: latin-1\n",
             b"\xef\xbb\xbf# coding: utf_8\n", b"\xef\xbb\xbf# coding: latin-1\n", b"\xef\xbb\xbf# coding: u8\n", b"# coding: \n"]:
  print(line, run(line + (b"x = '\xe9'" if b"latin" in line and line[0] != 0xef else b"x = 'a'")))
print(run("# coding: nope\nx = 'a str is decoded already'"))

def search(name):
  if name == "swapped":
    def decode(data, errors="strict"): return bytes(data).decode("latin-1").swapcase(), len(data)
    return codecs.CodecInfo(codecs.latin_1_encode, decode, name=name)
codecs.register(search)
print(run(b"# coding: swapped\nX = 'Text'"))

print("- files")
with tempfile.TemporaryDirectory() as folder:
  sys.path.insert(0, folder)
  sys.dont_write_bytecode = True
  def write(name, source): Path(folder, name + ".py").write_bytes(source)
  write("cyrillic", b"# coding: cp1251\ndef \xe6():\n  raise ValueError('\xe6\xe7')\n")
  import cyrillic
  try: getattr(cyrillic, "ж")()
  except ValueError:
    print(ascii(traceback.format_exc().splitlines()[-2:]))
  print(ascii(linecache.getline(cyrillic.__file__, 3)))
  write("unknown", b"# coding: nope\n")
  write("undecodable", b"# coding: cp1252\nx = '\x81'\n")
  for name in ("unknown", "undecodable"):
    try: __import__(name)
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.text)
