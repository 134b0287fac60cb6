# What is no archive, what is broken in one, what a program must not do, and names that try to leave the folder.
import io
import os
import struct
import tempfile
import zipfile
from zipfile import ZipFile, ZipInfo


def attempt(what, call):
  try:
    print(what, "->", call())
  except Exception as error:
    print(what, "->", type(error).__name__, error)


def archive_of(**members):
  file = io.BytesIO()
  with ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in members.items():
      archive.writestr(ZipInfo(name), data)
  return file.getvalue()


data = archive_of(a="first member", b="second member")
attempt("empty", lambda: ZipFile(io.BytesIO(b"")))
attempt("text", lambda: ZipFile(io.BytesIO(b"some text" * 10)))
attempt("cut", lambda: ZipFile(io.BytesIO(data[:-30])))
attempt("mode", lambda: ZipFile(io.BytesIO(), "q"))
attempt("method", lambda: ZipFile(io.BytesIO(), "w", 99))
attempt("absent", lambda: ZipFile("/no/such/file"))
attempt("encoding", lambda: ZipFile(io.BytesIO(), "w", metadata_encoding="cp437"))
directory = data.rfind(b"PK\1\2", 0, data.rfind(b"PK\1\2"))
attempt("magic of the directory", lambda: ZipFile(io.BytesIO(data[:directory] + b"XX" + data[directory + 2:])))
attempt("version", lambda: ZipFile(io.BytesIO(data[:directory + 6] + b"\x7f" + data[directory + 7:])))
attempt("offset", lambda: ZipFile(io.BytesIO(data[:-10] + struct.pack("<L", 10 ** 9) + data[-6:])))
attempt("size", lambda: ZipFile(io.BytesIO(data[:-10] + struct.pack("<L", 40) + data[-6:])))
attempt("extra", lambda: ZipFile(io.BytesIO(data[:directory + 30] + b"\4" + data[directory + 31:directory + 47] + b"\1\0\4\0" + data[directory + 47:])))
broken = bytearray(data)
broken[31] ^= 255
with ZipFile(io.BytesIO(broken)) as archive:
  attempt("bad data", lambda: archive.read("a"))
stored = io.BytesIO()
with ZipFile(stored, "w") as archive:
  archive.writestr("x", "stored text")
stored = bytearray(stored.getvalue())
stored[33] ^= 1
with ZipFile(io.BytesIO(stored)) as archive:
  attempt("crc", lambda: archive.read("x"))
  print(archive.testzip())
  attempt("absent member", lambda: archive.read("y"))
  attempt("absent member", lambda: archive.getinfo("y"))
  attempt("write", lambda: archive.writestr("y", "z"))
  attempt("open mode", lambda: archive.open("x", "rb"))
  attempt("password", lambda: archive.setpassword("text"))
  attempt("comment", lambda: setattr(archive, "comment", "text"))
attempt("closed", lambda: archive.read("x"))
attempt("closed", lambda: archive.writestr("x", "y"))
attempt("closed", lambda: archive.close())
wrong_name = data.replace(b"a", b"c", 1)
attempt("name", lambda: ZipFile(io.BytesIO(wrong_name)).read("a"))
attempt("header", lambda: ZipFile(io.BytesIO(b"XX" + data[2:])).read("a"))

with ZipFile(io.BytesIO(), "w", allowZip64=False) as archive:
  attempt("zip64", lambda: archive.open("x", "w", force_zip64=True))
  big = ZipInfo("big")
  big.file_size = 1 << 31
  attempt("zip64", lambda: archive.open(big, "w"))
  attempt("mkdir", lambda: archive.mkdir(ZipInfo("file")))
  attempt("mkdir", lambda: archive.mkdir(1))
  attempt("password", lambda: archive.open("x", "w", pwd=b"secret"))
  member = archive.open("x", "w")
  attempt("second", lambda: archive.open("y", "w"))
  attempt("second", lambda: archive.writestr("y", "w"))
  attempt("second", lambda: archive.write(os.devnull))
  attempt("close", lambda: archive.close())
  member.close()
  attempt("closed member", lambda: member.write(b"x"))
attempt("time", lambda: ZipInfo("x", (1979, 1, 1, 0, 0, 0)))
print(ZipInfo("cut\0off").filename, ZipInfo("x"), ZipInfo("d/"))

with tempfile.TemporaryDirectory() as folder:
  inside = os.path.join(folder, "a", "b")
  names = ["../up", "/root/abs", "x/../../y", "./z//w", "d/", "d/e/../f", "..", "back\\slash"]
  with ZipFile(os.path.join(folder, "names.zip"), "w") as archive:
    for name in names:
      archive.writestr(name, "data")
  with ZipFile(os.path.join(folder, "names.zip")) as archive:
    for name in names[:-2]:
      print(name, "->", os.path.relpath(archive.extract(name, inside), folder))
    archive.extractall(inside, ["back\\slash"])
  for path, folders, files in sorted(os.walk(folder)):
    print(os.path.relpath(path, folder), sorted(folders), sorted(files))
