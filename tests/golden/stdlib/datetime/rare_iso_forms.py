# fromisoformat() of weeks with one digit and of offsets of microseconds alone; strptime() with a directive that comes twice.
from datetime import date, datetime, time
import time as clock

for read, text in ((date.fromisoformat, "2020-W7"), (date.fromisoformat, "2020-W07"), (date.fromisoformat, "2020W071"), (datetime.fromisoformat, "2020-W07-1T05"),
                   (time.fromisoformat, "05:30+00:00:00.000001"), (time.fromisoformat, "05:30+00:00:01.000001")):
    try:
        print(text, repr(read(text)))
    except ValueError as error:
        print(error)
for read, format in ((datetime.strptime, "%d-%m-%d"), (clock.strptime, "%Y/%m #%Y"), (datetime.strptime, "(%d.%d)")):
    try:
        read("1", format)
    except Exception as error:
        print(type(error).__name__, error)
