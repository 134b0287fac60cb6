# Offsets, names and daylight saving of zones; gaps and hours that come twice.
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

berlin = ZoneInfo("Europe/Berlin")
print(repr(berlin), berlin, berlin.key, berlin is ZoneInfo("Europe/Berlin"), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
for text in ("2024-01-15T12:00", "2024-07-15T12:00", "2024-03-31T02:30", "2024-10-27T02:30", "1900-01-01T00:00", "1945-06-01T00:00", "2100-08-01T00:00"):
  for fold in (0, 1):
    d = datetime.fromisoformat(text).replace(tzinfo=berlin, fold=fold)
    print(d, d.tzname(), d.utcoffset(), d.dst())
for key in ("America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Africa/Casablanca", "UTC", "Europe/Dublin"):
  zone = ZoneInfo(key)
  u = datetime(2011, 12, 30, 11, 30, tzinfo=timezone.utc)
  print(key, u.astimezone(zone), (u + timedelta(days=200)).astimezone(zone), datetime(2050, 7, 1, tzinfo=zone), zone.utcoffset(None))
u = datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc)
print([(u + timedelta(minutes=30 * i)).astimezone(berlin).isoformat() + f" {(u + timedelta(minutes=30 * i)).astimezone(berlin).fold}" for i in range(4)])
for key in ("Nope/Zone", "/etc/hosts", "../x", 5):
  try:
    ZoneInfo(key)
  except (ZoneInfoNotFoundError, ValueError, TypeError) as e:
    print(type(e).__name__, e)
print("Europe/Berlin" in available_timezones(), len(available_timezones()) > 400)
