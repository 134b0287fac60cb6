# What the constructors and operators of datetime refuse, and how.
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def show(action):
  try:
    print(repr(action()))
  except Exception as error:
    print(f"{type(error).__name__}: {error}")


for days in (10**10, 10**30, float("nan"), float("inf"), 1e300, "a"):
  show(lambda: timedelta(days))
for factor in (10**30, 2, -1, float("nan")):
  show(lambda: timedelta.max * factor)
for arguments in ((), (1,), (1, 1), (10**10, 1, 1), (10**30, 1, 1), ("a", 1, 1), (1.0, 1, 1), (0, 1, 1), (1, 13, 1), (2023, 2, 29),
                  (1, 1, 1, 24), (1, 1, 1, 0, 60), (1, 1, 1, 0, 0, 60), (1, 1, 1, 0, 0, 0, 10**6), (1, 1, 1, 0, 0, 0, 0, 5),
                  (1, 1, 1, 0, 0, 0, 0, None, 5)):
  show(lambda: datetime(*arguments))
show(lambda: datetime(1, 1, 1, x=1))
show(lambda: datetime(1, 1, 1, fold=2))
show(lambda: date(1, 1, 1, 1))
show(lambda: time(25))
show(lambda: time(1, 2, 3, 4, None, 5))
for arguments in ((), (1,), (timedelta(1),), (timedelta(1), 5)):
  show(lambda: timezone(*arguments))
day = timedelta(1)
for divisor in (0, 0.0, timedelta(0)):
  show(lambda: day / divisor)
  show(lambda: day // divisor)
show(lambda: day % timedelta(0))
show(lambda: day + 1)
show(lambda: day < 1)
first, midnight = date(1, 1, 1), datetime(1, 1, 1)
show(lambda: first < 1)
show(lambda: first < midnight)
show(lambda: midnight < first)
show(lambda: (first == midnight, midnight != first))
show(lambda: first - midnight)
show(lambda: midnight - first)
for last in (date.max, datetime.max):
  show(lambda: last + day)
  show(lambda: last + timedelta.max)
aware = midnight.replace(tzinfo=timezone.utc)
show(lambda: aware < midnight)
show(lambda: aware - midnight)
show(lambda: (aware == midnight, aware.timetz() == midnight.time()))
show(lambda: aware.timetz() < midnight.time())
for arguments in ((5,), ("ab",), ("T", "foo"), ("T", 5)):
  show(lambda: midnight.isoformat(*arguments))
show(lambda: midnight.strftime(5))
show(lambda: datetime.fromisoformat(5))
show(lambda: datetime.fromisoformat("2020"))
show(lambda: date.fromordinal(0))
show(lambda: date.fromordinal(10**9))
show(lambda: datetime.fromtimestamp(1e20))
show(lambda: datetime.fromtimestamp(float("nan")))
show(lambda: tzinfo().utcoffset(None))
show(lambda: timezone.utc.utcoffset(5))
show(lambda: datetime.combine(1, 2))
show(lambda: datetime.combine(first, time(), 5))


class Wrong(tzinfo):
  def utcoffset(self, when):
    return self.answer


for Wrong.answer in (5, timedelta(hours=24), timedelta(hours=-24), timedelta(hours=23)):
  show(lambda: datetime(1, 1, 2, tzinfo=Wrong()).isoformat())

# Arguments are looked at one after the other: the first mistake is told, be it a wrong type or a missing one.
for source in ("date('2024')", "date(2024)", "date(2024, '5')", "date(1.5)", "date(day=5)", "datetime(2024)", "datetime('a')", "datetime(2024, 'a', 1)", "datetime(2024, 5)"):
    try:
        eval("datetime." + source, {"datetime": __import__("datetime")})
    except TypeError as error:
        print(source, error)


class Offsetless(tzinfo):
  """A time zone that does not know its offset."""

  def utcoffset(self, when):
    return None


show(lambda: datetime(2020, 1, 1, tzinfo=Offsetless()).timestamp())
show(lambda: datetime(2020, 1, 1, tzinfo=Offsetless()).utctimetuple().tm_hour)
show(lambda: date(2020, 1, 1).isocalendar().month)
