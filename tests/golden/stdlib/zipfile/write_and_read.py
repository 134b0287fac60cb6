# Archives are written, read, added to and checked; their bytes are the same as CPython's.
import hashlib
import io
import os
import tempfile
import warnings
import zipfile
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


class Unseekable:
  """A stream that can only be written."""

  def __init__(self):
    self.data = b""

  def write(self, data):
    self.data += data
    return len(data)

  def flush(self):
    pass


def digest(data):
  return len(data), hashlib.sha256(data).hexdigest()[:16]


def fill(file, mode="w", **options):
  with ZipFile(file, mode, **options) as archive:
    for number, name in enumerate(("plain.txt", "folder/inner.bin", "\u00fcml\u00e4ut.txt")):
      info = ZipInfo(name, (2001 + number, 2, 3, 4, 5, 7))
      info.comment, info.compress_type = b"comment %d" % number, archive.compression
      archive.writestr(info, b"some bytes, some bytes\n" * 50 * number)
    archive.mkdir("empty")
    archive.writestr(ZipInfo("dir/"), "")
    archive.comment = b"of the archive"
    with archive.open(ZipInfo("pieces"), "w", force_zip64=options.get("allowZip64", True)) as member:
      print(member.write(b"abc"), member.write(memoryview(b"def" * 1000)), member.writable(), member.readable())
  return file


for compression in (ZIP_STORED, ZIP_DEFLATED):
  for level in (None, 0, 9):
    file = fill(io.BytesIO(), compression=compression, compresslevel=level)
    print(compression, level, digest(file.getvalue()))
print("unseekable", digest(fill(Unseekable(), compression=ZIP_DEFLATED).data), digest(fill(Unseekable(), allowZip64=False).data))

with ZipFile(file) as archive:
  print(repr(archive).split(" file=")[0], archive.mode, archive.namelist(), archive.comment)
  for info in archive.infolist():
    print(info, info.date_time, info.compress_type, info.CRC, info.header_offset, info.extra, info.comment, info.create_version, info.extract_version,
          info.flag_bits, hex(info.external_attr), info.is_dir())
  archive.printdir()
  print(archive.testzip(), len(archive.read("folder/inner.bin")), archive.read("plain.txt"), archive.read(archive.getinfo("pieces"))[:5])
  with archive.open("folder/inner.bin") as member:
    print(repr(member).split(" name")[0], member.name, member.mode, member.seekable(), member.readline(), member.readline(5), member.peek(4)[:4], member.tell())
    print(member.seek(-3, 2), member.read(), member.seek(10), member.read1(4), member.seek(-4, 1), member.read(4), member.seek(10 ** 6), member.read(1), member.seek(0))
    print(sum(1 for line in member), member.readinto(bytearray(3)), member.closed)
  print(member, member.closed)
  with archive.open("plain.txt") as one, archive.open("pieces") as two:
    print(one.read(), two.read(4), one.read(), two.read(2))
print(archive)

with tempfile.TemporaryDirectory() as folder:
  os.chdir(folder)
  with open("front", "wb") as front:
    front.write(b"#!not an archive\n" + file.getvalue())
  print(zipfile.is_zipfile("front"), zipfile.is_zipfile(file), zipfile.is_zipfile("absent"), zipfile.is_zipfile(io.BytesIO(b"short")))
  with ZipFile("front", "a", ZIP_DEFLATED) as archive, warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    info = ZipInfo("plain.txt", (2020, 1, 1, 0, 0, 0))
    archive.writestr(info, "again", ZIP_DEFLATED, 1)
    archive.comment = b"longer than before"
    print([str(warning.message) for warning in caught], archive.filename, archive.mode)
  with ZipFile("front") as archive:
    print(archive.testzip(), archive.read("plain.txt"), archive.comment, archive.namelist())
  with open("front", "rb") as front:
    print(digest(front.read()))

  os.mkdir("sub")
  os.utime("sub", (10 ** 9, 10 ** 9))
  for time in (10 ** 9, 0, 5 * 10 ** 9):
    with open("sub/file", "w") as text:
      text.write("text")
    os.chmod("sub/file", 0o640)
    os.utime("sub/file", (time, time))
    for strict in (True, False):
      try:
        print(ZipInfo.from_file("sub/file", strict_timestamps=strict), ZipInfo.from_file("sub/file", "/a/../b", strict_timestamps=strict).filename)
        with ZipFile("new.zip", "w", strict_timestamps=strict) as archive:
          archive.write("sub/file", compress_type=ZIP_DEFLATED)
          archive.write("sub", "other")
          print(archive.infolist()[0].date_time[0], archive.namelist())
      except Exception as error:
        print(strict, type(error).__name__, error)
  os.chdir("/")
