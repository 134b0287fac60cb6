# What fromisoformat() overlooks: one character too many before a zone, anything behind six digits of a fraction there.
from datetime import date, datetime, time

for text in ("10:11:12 +05:00", "10:11:12 Z", "10:11:12x+05:00", "10:11:12xx+05:00", "10:11 Z", "10 Z", "101112x+05", "10:11:12:+05", "10:+05", "10:11:12.+05",
             "10:11:12.5x+05", "10:11:12.123456x+05", "10:11:12.1234567x+05", "10:11:12 ", "10:11:12x", "10:11:12.12x", "10:11:12+05x", "10:11:12+05:00x",
             "10:11:12\u00e9Z", "10:11:12+Z", "10.5", "10:11.5", "1+05"):
  for kind, whole in ((time, text), (datetime, "2024-01-02T" + text)):
    try:
      print(ascii(whole), repr(kind.fromisoformat(whole)))
    except ValueError as error:
      print(ascii(str(error)))
for numbers in ((10**20, 1, 1), (2024, 2**31, 1), (2024, 1, -2**31 - 1), (2024, 1, 8)):
  try:
    date.fromisocalendar(*numbers)
  except ValueError as error:
    print(error)
