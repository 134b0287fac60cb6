# PYTHONTZPATH and reset_tzpath(): relative folders are told; files that are no zones.
import io
import os
import warnings
import zoneinfo

os.environ["PYTHONTZPATH"] = "relative:/usr/share/zoneinfo:./here"
with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  zoneinfo.reset_tzpath()
print(zoneinfo.TZPATH, [(warning.category.__name__, str(warning.message)) for warning in caught])
os.environ["PYTHONTZPATH"] = ""
zoneinfo.reset_tzpath()
print(zoneinfo.TZPATH)
del os.environ["PYTHONTZPATH"]
for arguments in (("x",), (["/a", "b"],), (5,), (["/a"], 1)):
  try:
    zoneinfo.reset_tzpath(*arguments)
  except (TypeError, ValueError) as error:
    print(error)
for data in (b"junk", b"", b"TZif", b"TZif2" + bytes(39), b"TZifx"):
  try:
    zoneinfo.ZoneInfo.from_file(io.BytesIO(data))
  except ValueError as error:
    print(data[:5], error)
