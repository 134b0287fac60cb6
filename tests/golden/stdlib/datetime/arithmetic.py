# Sums, products and quotients of timedelta are exact and rounded half to even; dates and times move over all boundaries.
from datetime import date, datetime, time, timedelta, timezone

for arguments in (dict(microseconds=0.5), dict(microseconds=1.5), dict(days=1.1, hours=0.3, microseconds=2.5), dict(weeks=-1, milliseconds=1),
                  dict(seconds=1e-7), dict(days=-1, seconds=86399, microseconds=999999), dict(hours=10**6), dict(microseconds=10**19),
                  dict(minutes=-0.5), dict(days=True)):
  delta = timedelta(**arguments)
  print(repr(delta), delta, delta.total_seconds())
long = timedelta(days=3, seconds=7, microseconds=11)
for other in (2, -3, 0.1, 7.5, 10**5, True):
  print(long * other, other * long, long / other, long // other if isinstance(other, int) else None)
for other in (timedelta(hours=5), timedelta(microseconds=-7), timedelta.max):
  print(long / other, long // other, long % other, divmod(long, other))
print(-long, +long, abs(-long), bool(timedelta()), long - long == timedelta(), sorted([long, -long, timedelta()]))
print(hash(long) == hash((3, 7, 11)), timedelta.min, timedelta.max, timedelta.resolution, timedelta.max - timedelta.max)
for start in (date(2023, 2, 28), date(2024, 2, 28), date(1999, 12, 31), date(1, 1, 1)):
  print(start + timedelta(1), start + timedelta(365), (start + timedelta(10**5)).isocalendar(), start.weekday(), start.toordinal())
ordinals = [date.fromordinal(n).toordinal() == n for n in range(1, date.max.toordinal(), 997)]
print(len(ordinals), all(ordinals), date.max.toordinal(), date.fromordinal(146097), date.fromordinal(146098), date.fromordinal(36525))
moment = datetime(2024, 2, 29, 23, 59, 59, 999999)
print(moment + timedelta(microseconds=1), moment - timedelta(366), moment - datetime(2000, 1, 1), datetime.min + timedelta(microseconds=1))
east, west = (timezone(timedelta(hours=h)) for h in (5.5, -8))
a, b = datetime(2024, 1, 1, 12, tzinfo=east), datetime(2023, 12, 31, 22, 30, tzinfo=west)
print(a == b, a - b, a < b, hash(a) == hash(b), a.astimezone(west), b.astimezone(timezone.utc), a.utctimetuple()[:6])
print(time(1, tzinfo=east) == time(1), time(12, tzinfo=east) < time(12, tzinfo=west), max(time(1), time(0, 59, 59, 5)))
print(a.timestamp(), datetime.fromtimestamp(a.timestamp(), east) == a, datetime.fromtimestamp(1.5000005, timezone.utc), datetime.utcfromtimestamp(-0.25))
