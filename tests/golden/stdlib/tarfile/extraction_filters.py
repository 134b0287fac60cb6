# Filters of extraction: what they refuse and what they change.
import io
import os
import tarfile
import tempfile

folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)


def archive(name, **attributes):
  buffer = io.BytesIO()
  with tarfile.open(fileobj=buffer, mode="w") as file:
    info = tarfile.TarInfo(name)
    for attribute, value in attributes.items():
      setattr(info, attribute, value)
    file.addfile(info, io.BytesIO(b"d" * info.size) if info.isreg() else None)
  return tarfile.open(fileobj=io.BytesIO(buffer.getvalue()))


for name, attributes in (("/absolute", {}), ("../up", {}), ("ok", {"mode": 0o4777}), ("x/../../e", {}), ("to etc", {"type": tarfile.SYMTYPE, "linkname": "/etc"}),
                         ("out", {"type": tarfile.SYMTYPE, "linkname": "../.."}), ("hard", {"type": tarfile.LNKTYPE, "linkname": "../z"}),
                         ("fifo", {"type": tarfile.FIFOTYPE}), ("device", {"type": tarfile.CHRTYPE}), ("folder", {"type": tarfile.DIRTYPE, "mode": 0o777}),
                         ("good", {"uid": 5, "uname": "q", "mode": 0o666})):
  for accepted in (tarfile.fully_trusted_filter, tarfile.tar_filter, tarfile.data_filter):
    member = archive(name, **attributes).getmembers()[0]
    try:
      found = accepted(member, folder + "/destination")
      print(accepted.__name__, found is member, found.name, found.mode, found.uid, found.uname, found.linkname)
    except tarfile.FilterError as error:
      print(accepted.__name__, type(error).__name__, str(error).replace(folder, "FOLDER"))
for chosen in ("data", "none", lambda member, path: None):
  try:
    print(archive("../up").extractall("destination", filter=chosen), os.path.exists("up"))
  except (tarfile.FilterError, ValueError) as error:
    print(type(error).__name__, str(error).replace(folder, "FOLDER"))
quiet = archive("../up")
quiet.errorlevel = 0
print(quiet.extractall("destination", filter="data"), os.path.exists("up"))


class Careful(tarfile.TarFile):
  extraction_filter = staticmethod(tarfile.data_filter)


class Wrong(tarfile.TarFile):
  extraction_filter = "data"


for kind in (Careful, Wrong):
  try:
    kind.open(fileobj=archive("../up").fileobj).extractall("destination")
  except (tarfile.FilterError, TypeError) as error:
    print(type(error).__name__, str(error).replace(folder, "FOLDER"))
