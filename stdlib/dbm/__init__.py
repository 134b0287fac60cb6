"""Databases in files: mappings from bytes to bytes. The only kind here is that of dbm.dumb.

    with dbm.open("cache", "c") as database:
      database["key"] = "value"
"""

import os
import struct

__all__ = ["open", "whichdb", "error"]


class error(Exception):
  """Something is wrong with a database."""


error = (error, OSError)


def open(file, flag="r", mode=0o666):
  """Open a database: "r" to read, "w" to read and write, "c" to make it if there is none, "n" to make a new one."""
  kind = None if "n" in flag else whichdb(file)
  if kind is None and not ("c" in flag or "n" in flag):
    raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
  if kind == "":
    raise error[0]("db type could not be determined")
  if kind not in (None, "dbm.dumb"):
    raise error[0](f"db type is {kind}, but the module is not available")
  from dbm import dumb
  return dumb.open(file, flag, mode)


def _first_bytes(name, count):
  with os.fdopen(os.open(name, os.O_RDONLY), "rb") as file:
    return file.read(count)


def whichdb(filename):
  """The module for a database's file; "" if it is of no known kind, None if it can't be read."""
  filename = os.fsencode(filename)
  if os.access(filename + b".pag", os.R_OK) and os.access(filename + b".dir", os.R_OK):
    return "dbm.ndbm"
  try:
    os.stat(filename + b".dat")
    # Without keys the index is empty.
    if _first_bytes(filename + b".dir", 1) in (b"", b"'", b'"'):
      return "dbm.dumb"
  except OSError:
    pass
  try:
    start = _first_bytes(filename, 4)
  except OSError:
    return None
  if len(start) == 4 and struct.unpack("=l", start)[0] in (0x13579ACE, 0x13579ACD, 0x13579ACF):
    return "dbm.gnu"
  return ""


if __name__ == "__main__":
  import sys
  for filename in sys.argv[1:]:
    print(whichdb(filename) or "UNKNOWN", filename)
