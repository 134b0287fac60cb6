"""time.strptime(), with the parser of datetime."""

from datetime import datetime

_FORMAT = "%a %b %d %H:%M:%S %Y"


def strptime(text, format=_FORMAT):
  """The fields of a time in a text."""
  for index, value in enumerate((text, format)):
    if not isinstance(value, str):
      raise TypeError(f"strptime() argument {index} must be str, not {type(value)}")
  return datetime.strptime(text, format).timetuple()
