# Limits of the traceback module count from the oldest level, negative ones from the newest.
import io, os, traceback


def show(text): print(text.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, ""))
def inner(): raise ValueError("inner")
def middle(): inner()


try:
  middle()
except ValueError as error:
  for limit in (None, 1, 2, -1, 0):
    print("limit", limit)
    text = io.StringIO()
    traceback.print_tb(error.__traceback__, limit, file=text)
    show(text.getvalue())
  show(traceback.format_exc(limit=1))
  show(traceback.format_exc(limit=-1))
