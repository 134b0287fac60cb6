# Flags for loading libraries: remembered. Fields of timedelta can't be changed.
import datetime
import sys

print(sys.getdlopenflags(), sys.setdlopenflags(257), sys.getdlopenflags())
for wrong in ("x", 2**40, 1.5):
  try:
    sys.setdlopenflags(wrong)
  except (TypeError, OverflowError) as error:
    print(type(error).__name__, error)
for name in ("days", "seconds", "microseconds"):
  try:
    setattr(datetime.timedelta(1), name, 5)
  except AttributeError as error:
    print(error)
