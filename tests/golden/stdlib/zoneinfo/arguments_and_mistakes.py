# Keys that name nothing, and what utcoffset() and its kin are given beside datetimes.
import datetime
import pickle
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

zone = ZoneInfo("Europe/Berlin")
for key in ("Nope/Zone", "a\0b", "europe/nowhere"):
  try:
    ZoneInfo(key)
  except ZoneInfoNotFoundError as error:
    print(error)
for method in (zone.utcoffset, zone.dst, zone.tzname):
  for given in (5, "x", datetime.time(1), datetime.date(2024, 1, 1), None):
    try:
      print(method(given))
    except AttributeError as error:
      print(error)
with open("/usr/share/zoneinfo/UTC", "rb") as file:
  try:
    pickle.dumps(ZoneInfo.from_file(file))
  except pickle.PicklingError as error:
    print(error)
for wrong in (lambda: zone.utcoffset(), lambda: zone.tzname(None, 1), lambda: zone.dst(dt=None), lambda: zone.fromutc(), lambda: ZoneInfo.from_file()):
  try:
    wrong()
  except TypeError as error:
    print(error)
