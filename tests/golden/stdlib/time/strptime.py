# Times read from texts.
import time

for text, format in [("2020-02-29 13:04:05", "%Y-%m-%d %H:%M:%S"), ("1 Jan 70", "%d %b %y"), ("12:30 PM", "%I:%M %p"), ("Mon Nov 20 19:12:08 1995", None),
                     ("", ""), ("59 100", "%y %j")]:
  print(time.strptime(text) if format is None else time.strptime(text, format))
for arguments in [("x", "%Y"), ("2020 rest", "%Y"), ("31 02", "%d %m"), (3,), ("1", 2)]:
  try:
    time.strptime(*arguments)
  except (ValueError, TypeError) as error:
    print(type(error).__name__, error)
print(time.strftime("%Z", time.gmtime(0)) == time.gmtime(0).tm_zone)
try:
  time.strptime("2020 x", "%Y % x")
except ValueError as error:
  print(error)
