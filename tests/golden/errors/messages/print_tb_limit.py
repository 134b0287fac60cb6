# Limits of the traceback module count from the oldest level, negative ones from the newest.
import sys, traceback


def inner(): raise ValueError("inner")
def middle(): inner()


try:
  middle()
except ValueError as error:
  for limit in (None, 1, 2, -1, 0):
    print("limit", limit)
    traceback.print_tb(error.__traceback__, limit, file=sys.stdout)
  print(traceback.format_exc(limit=1))
  print(traceback.format_exc(limit=-1))
