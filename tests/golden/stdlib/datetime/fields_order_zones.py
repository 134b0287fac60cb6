# Calendar fields, order and zones of moments around their edges.
from datetime import date, datetime, time, timedelta, timezone
from zlib import crc32
from zoneinfo import ZoneInfo

for day in (date.min, date(4, 12, 31), date(2005, 1, 1), date(2004, 12, 31), date(2008, 12, 29), date(2010, 1, 3), date(2020, 12, 31),
            date(2021, 1, 3), date(2021, 1, 4), date.max):
  moment = datetime.combine(day, time(23, 59, 58))
  print(day, tuple(day.isocalendar()), moment.isocalendar(), tuple(day.timetuple()), tuple(moment.timetuple()), moment.strftime("%j %U %a"))
for zone in (None, timezone.utc, timezone(timedelta(hours=5)), ZoneInfo("Europe/Berlin")):
  a, b = datetime(2024, 2, 29, 12, 0, 0, 1, tzinfo=zone), datetime(2024, 2, 29, 12, tzinfo=zone)
  print(zone, a > b, a < b, a == b, a != a.replace(), a >= a, a.utctimetuple()[:6], sorted([a, b])[0] is b)
print(datetime(2024, 1, 1) == date(2024, 1, 1), datetime(2024, 1, 1, tzinfo=timezone.utc) == datetime(2024, 1, 1))
for name in ("Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "America/Sao_Paulo", "Africa/Casablanca", "UTC"):
  zone = ZoneInfo(name)
  seen = []
  for start in (datetime(1900, 1, 1), datetime(1974, 3, 1), datetime(2007, 10, 20), datetime(2024, 3, 20), datetime(2024, 10, 20), datetime(2037, 12, 25),
                datetime(2060, 3, 20), datetime(2060, 12, 30)):
    for hours in range(0, 400, 1):
      local = (start + timedelta(hours=hours)).replace(tzinfo=zone)
      for fold in (0, 1):
        m = local.replace(fold=fold)
        seen.append((m.utcoffset(), m.dst(), m.tzname()))
      utc = (start + timedelta(hours=hours)).replace(tzinfo=timezone.utc)
      there = utc.astimezone(zone)
      seen.append((there.replace(tzinfo=None), there.fold, there.utcoffset()))
  changes = [seen[i] for i in range(len(seen)) if i < 3 or seen[i][1:] != seen[i - 3][1:]]
  print(name, len(changes), [str(x) for x in changes[:6]])

  print(crc32(repr(seen).encode()))
