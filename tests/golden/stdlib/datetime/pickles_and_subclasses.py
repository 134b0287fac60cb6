# Pickled states are CPython's bytes; operators on subclasses make subclasses.
import copy
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Day(date):
  pass


class Moment(datetime):
  def __new__(cls, *args, **kwargs):
    self = super().__new__(cls, *args, **kwargs)
    self.made = True
    return self


values = [date(2024, 2, 29), datetime(2024, 2, 29, 12, 30, 45, 123456), time(1, 2, 3, 4), timedelta(-1, 5, 7), timezone.utc,
          timezone(timedelta(hours=1), "CET"), datetime(2024, 1, 1, fold=1, tzinfo=timezone.utc), time(1, fold=1), tzinfo(), Day(1, 2, 3)]
for value in values:
  print(value.__reduce__() if not isinstance(value, tzinfo) or type(value) is timezone else "tzinfo")
  for protocol in range(6):
    again = pickle.loads(pickle.dumps(value, protocol))
    assert type(again) is type(value)
    if type(value) is not tzinfo:
      assert again == value and hash(again) == hash(value), (value, protocol)
  if hasattr(value, "fold"):
    print(value.__reduce_ex__(4), [pickle.loads(pickle.dumps(value, p)).fold for p in (2, 4)])
  assert type(value) is tzinfo or copy.deepcopy(value) == value
for made in (Day(2024, 1, 31) + timedelta(1), Moment(2024, 1, 31) - timedelta(1), Day.today(), Moment.now(), Moment.utcnow(),
             Day.fromordinal(5), Moment.fromtimestamp(0, timezone.utc), Day.fromisoformat("2024-01-01"), Moment.fromisoformat("2024-01-01"),
             Moment.strptime("2024", "%Y"), Moment.combine(date(1, 1, 1), time()), Day(1, 1, 1).replace(year=5), Moment(1, 1, 1).replace(hour=5),
             Moment(2024, 1, 1, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=3)))):
  print(type(made).__name__, getattr(made, "made", None))
print(repr(Day(2024, 1, 2)), repr(Moment(2024, 1, 2, 3)), type(Moment(1, 1, 1).date()).__name__, Day(1, 1, 1) == date(1, 1, 1))
print(Moment(1, 1, 2) - datetime(1, 1, 1), len({date(1, 1, 1), Day(1, 1, 1)}), datetime(date(2024, 1, 1).__reduce__()[1][0] + bytes(6)))
