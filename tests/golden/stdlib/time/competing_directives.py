# Of directives of strptime() that tell the same, the last one counts.
import time
from datetime import datetime

for text, format in (("1999 05", "%Y %y"), ("05 1999", "%y %Y"), ("13 04", "%H %I"), ("04 13 PM", "%I %H %p"), ("Mar 7", "%b %m"), ("7 March", "%m %B"),
                     ("Monday 2", "%A %w"), ("2 Monday", "%u %A"), ("2024 10 11 Mon", "%Y %U %W %a"), ("2024 10 11 Mon", "%Y %W %U %a")):
    print(text, format, datetime.strptime(text, format), time.strptime(text, format).tm_wday)
