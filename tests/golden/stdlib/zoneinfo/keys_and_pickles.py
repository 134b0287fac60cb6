# The key can't be changed; pickles by key, with and without the cache; what there is not, with the reason; subclasses.
import pickle
import zoneinfo

zone, other = zoneinfo.ZoneInfo("Europe/Berlin"), zoneinfo.ZoneInfo.no_cache("Europe/Berlin")
for change in (lambda: setattr(zone, "key", "UTC"), lambda: delattr(zone, "key"), lambda: setattr(zone, "other", 1)):
  try:
    change()
  except AttributeError as error:
    print(error)
for protocol in range(6):
  print(pickle.dumps(zone, protocol), pickle.loads(pickle.dumps(zone, protocol)) is zone)
  print(pickle.dumps(other, protocol), pickle.loads(pickle.dumps(other, protocol)) is other)
for key in ("", "a", "Europe", "Europe/", "a/b/c", "\ud800", "a b", ".", "..", "UTC\0", "zone.tab", 5, None):
  try:
    zoneinfo.ZoneInfo(key)
  except Exception as error:
    print(ascii(key), type(error).__name__, ascii(str(error)), repr(error.__context__))
zoneinfo.reset_tzpath(to=[])
try:
  zoneinfo.ZoneInfo("Nowhere")
except zoneinfo.ZoneInfoNotFoundError as error:
  print(error)


class Own(zoneinfo.ZoneInfo):
  pass


zoneinfo.reset_tzpath()
own = Own("UTC")
own.note = 5
print(own, repr(own), own.__dict__, own is Own("UTC"), pickle.loads(pickle.dumps(own)) is own)
