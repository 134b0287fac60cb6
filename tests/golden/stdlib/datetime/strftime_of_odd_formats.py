# A NUL ends the format; a zone is asked for daylight saving first.
from datetime import date, datetime, time, tzinfo

for value in (date(2024, 1, 1), datetime(2024, 1, 1), time(1)):
  print([value.strftime(text) for text in ("a\0b%Y", "\0", "%Y\0%m", "%\0", "a%Y\0")])


class Zone(tzinfo):
  def utcoffset(self, when):
    return "bad"


for text in ("%z", "%Z", "%Y"):
  try:
    datetime(2024, 1, 1, tzinfo=Zone()).strftime(text)
  except (NotImplementedError, TypeError) as error:
    print(error)
