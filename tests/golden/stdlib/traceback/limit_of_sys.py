# sys.tracebacklimit holds wherever no limit is given
import sys
import traceback

def deep(levels):
    return deep(levels - 1) if levels else 1 / 0

try:
    deep(3)
except ZeroDivisionError as error:
    kept = error
for limit in (1000, 2, 0, -1):
    sys.tracebacklimit = limit
    print(limit, len(traceback.format_exception(kept)), len(traceback.format_tb(kept.__traceback__)), len(traceback.extract_tb(kept.__traceback__)),
          len(traceback.format_exc(limit=3)), len(traceback.format_exception(kept, limit=-3)))
