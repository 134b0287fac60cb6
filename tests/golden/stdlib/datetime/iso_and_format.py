# ISO 8601 in its usual and unusual forms, strftime, parts.
from datetime import date, datetime, time, timedelta, timezone

for text in ("2024-02-29", "2024-02-29T10", "2024-02-29 10:11", "2024-02-29T10:11:12", "2024-02-29x10:11:12.123", "2024-02-29T10:11:12,123456789",
             "20240229T101112", "2024-W09-4", "2024W094T10", "2024-W09", "2024-02-29T10:11:12Z", "2024-02-29T10:11:12+05:30",
             "2024-02-29T10:11:12-05:30:15.000001", "2024-02-29T10:11-0530", "2024-02-29T10:11:12.1", "2024-02-29\u00e910:11:12", "2024-02-30",
             "2024-13-01", "2024-02-29T25:00", "2024-02-29T", "2024-2-9", "", "2024-W54-1", "2024-02-29T10:11:60", "2024-02-29T10:11:12+25:00",
             "0000-01-01", "2024-02-29T10:11:12+00:00", "2024-02-29T10:11:12-00:00"):
  for cls in (datetime, date):
    try:
      print(repr(cls.fromisoformat(text)))
    except ValueError as error:
      print(cls.__name__, error)
for text in ("10:11", "T101112.5", "10:11:12+01:00", "24:00", "10:1"):
  try:
    print(repr(time.fromisoformat(text)))
  except ValueError as error:
    print(error)
moment = datetime(2024, 3, 4, 5, 6, 7, 89012, timezone(timedelta(hours=-3, minutes=-30), "X%Y"))
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"):
  print(moment.isoformat(" ", spec), moment.time().isoformat(spec), moment.timetz().isoformat(timespec=spec))
print(moment.strftime("%Y-%m-%d %H:%M:%S.%f %z %Z %a %A %b %B %j %U %w %W %p %I %y %% %G %V %u"), f"{moment:%d.%m}", f"{moment}", f"{moment.date():%x}")
print(moment.date().strftime("[%H:%M %f|%z|%Z]"), time(1, 2, 3).strftime("%Y %H %f"), moment.ctime(), moment.date().ctime())
print(moment.timetuple(), moment.utctimetuple(), moment.date().timetuple(), sep="\n")
print(moment.isocalendar(), tuple(date(2021, 1, 3).isocalendar()), date(2020, 12, 31).isocalendar().week, date.fromisocalendar(2020, 53, 5))
for arguments in ((2021, 53, 1), (2020, 0, 1), (2020, 1, 8), (0, 1, 1)):
  try:
    print(date.fromisocalendar(*arguments))
  except ValueError as error:
    print(error)
print(moment.tzname(), moment.utcoffset(), moment.dst(), moment.tzinfo, repr(timezone(timedelta(seconds=-1))), timezone(timedelta(minutes=90)))
print(moment.replace(tzinfo=None), moment.replace(fold=1).fold, moment.replace(2000, minute=0), moment.date().replace(day=31), sep="\n")
print(datetime(1, 1, 1).isoformat(), repr(datetime(1, 1, 1, 0, 0, 0, 1)), repr(time(0, 0, 1)), repr(time(0, fold=1)), datetime.min, datetime.max, time.max)
