# Headers in each format: what fits, what needs extended headers, what is refused; the bytes of archives.
import hashlib
import io
import tarfile


def archive(format, **options):
  buffer = io.BytesIO()
  with tarfile.open(fileobj=buffer, mode="w", format=format, **options) as file:
    for name, data, attributes in (("a.txt", b"hello", {}), ("dir/" + "x" * 120, b"long", {}), ("é.txt", b"u", {"uname": "ü", "gname": "g"}),
                                   ("big", b"z" * 1500, {"mtime": 1.5, "uid": 3000000, "mode": 0o4755}), ("p" * 90 + "/" + "q" * 90, b"", {}),
                                   ("early", b"", {"mtime": -5})):
      info = tarfile.TarInfo(name)
      info.size = len(data)
      for attribute, value in attributes.items():
        setattr(info, attribute, value)
      try:
        file.addfile(info, io.BytesIO(data))
      except ValueError as error:
        print(format, name[:5], error)
    for kind, attributes in ((tarfile.DIRTYPE, {}), (tarfile.SYMTYPE, {"linkname": "a.txt"}), (tarfile.LNKTYPE, {"linkname": "l" * 150}),
                             (tarfile.FIFOTYPE, {}), (tarfile.CHRTYPE, {"devmajor": 1, "devminor": 3}), (tarfile.BLKTYPE, {"devmajor": 8})):
      info = tarfile.TarInfo("kind" + kind.decode())
      info.type = kind
      for attribute, value in attributes.items():
        setattr(info, attribute, value)
      try:
        file.addfile(info)
      except ValueError as error:
        print(format, kind, error)
  return buffer.getvalue()


for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
  data = archive(format)
  print(format, len(data), hashlib.md5(data).hexdigest())
  with tarfile.open(fileobj=io.BytesIO(data)) as file:
    for member in file:
      print(member.name[:30], member.size, oct(member.mode), member.uid, member.mtime, member.type, member.linkname[:10], member.uname, member.devmajor,
            member.offset, member.offset_data, member.pax_headers, member.chksum, file.extractfile(member).read()[:8] if member.isreg() else None)
    file.list(verbose=False)
data = archive(tarfile.PAX_FORMAT, pax_headers={"comment": "all é", "key": "value"})
print(hashlib.md5(data).hexdigest(), tarfile.open(fileobj=io.BytesIO(data)).pax_headers)
for attributes in ({"name": "x" * 300}, {"linkname": "y" * 200}, {"size": 8**11}, {"uid": -1}, {"mode": None}, {"type": None}, {"mtime": 1e20}, {"uname": "é" * 40},
                   {"name": "a/" * 60}, {"mtime": 2.7}, {"size": -1}):
  for format in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT, 9):
    info = tarfile.TarInfo("n")
    for attribute, value in attributes.items():
      setattr(info, attribute, value)
    try:
      print(format, list(attributes), len(info.tobuf(format)))
    except ValueError as error:
      print(format, list(attributes), error)
block = tarfile.TarInfo("n").tobuf()
for wrong in (b"", block[:100], bytes(512), b"x" * 512, b"y" + block[1:]):
  try:
    tarfile.TarInfo.frombuf(wrong, "utf-8", "strict")
  except tarfile.HeaderError as error:
    print(type(error).__name__, error)
