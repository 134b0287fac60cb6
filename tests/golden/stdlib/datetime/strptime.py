# strptime of datetime and time: every directive, and what is refused.
import time
from datetime import datetime

for text, format in [
  ("2024-02-29 10:11:12.5", "%Y-%m-%d %H:%M:%S.%f"),
  ("1 jan 24", "%d %b %y"),
  ("Monday, March 4", "%A, %B %d"),
  ("2024 5", "%Y %j"),
  ("2024 366", "%Y %j"),
  ("2024 W05 1", "%G W%V %u"),
  ("2024 05 1", "%Y %W %w"),
  ("2024 05 1", "%Y %U %w"),
  ("05 1", "%V %u"),
  ("2024 05", "%G %V"),
  ("12 PM", "%I %p"),
  ("12 am", "%I %p"),
  ("1 pm", "%I %p"),
  ("+0530", "%z"),
  ("-05:30:10.25", "%z"),
  ("Z", "%z"),
  ("UTC", "%Z"),
  ("gmt +01:00", "%Z %z"),
  ("xyz", "%Z"),
  ("a", "%"),
  ("a", "%Q"),
  ("100%", "100%%"),
  ("5  6", "%d %m"),
  ("2024", "%Y-%m"),
  ("2024-13", "%Y-%m"),
  ("2024x", "%Y"),
  ("29 Feb", "%d %b"),
  ("Mon Jan  1 10:11:12 2024", "%c"),
  ("01/02/24", "%x"),
  ("10:11:12", "%X"),
  ("69", "%y"),
  ("68", "%y"),
  ("60", "%S"),
  ("61", "%S"),
  ("+05:3010", "%z"),
  ("2024 10 20 4 5", "%Y %j %G %V %u"),
  ("2024.1", "%Y.%m"),
  ("[1]", "[%d]"),
  ("0", "%w"),
  ("7", "%u"),
  ("2023 00 0", "%Y %U %w"),
  ("2024-W01-1", "%G-W%V-%u"),
  ("1", "%d%"),
  ("2024-3-3", "%F")
]:
  try:
    print(repr(datetime.strptime(text, format)))
  except ValueError as error:
    print(error)
  try:
    fields = time.strptime(text, format)
    print(tuple(fields), fields.tm_zone, fields.tm_gmtoff)
  except ValueError as error:
    print(error)
for parse in (datetime.strptime, time.strptime):
  for arguments in ((5, "%Y"), ("5", 6)):
    try:
      parse(*arguments)
    except TypeError as error:
      print(error)
for arguments in ((None, "%Y"), ("5", None), ("1 1", "%d %d"), ("+0000 +0000", "%z %z")):
  try:
    datetime.strptime(*arguments)
  except Exception as error:
    print(type(error).__name__, error)
