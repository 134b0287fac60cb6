"""Databases of two files: NAME.dat has the values in blocks, NAME.dir is the index, a line `key, (place, size)` for each."""

import collections.abc
import io
import os
import weakref

__all__ = ["error", "open"]

error = OSError

_BLOCK = 512

# The last database of each file. A dropped one writes its index at a collection: it has to do so before its files are opened again.
_opened = {}


class _Database(collections.abc.MutableMapping):
  """A database; its index is in memory, and written by sync() and close()."""

  _index = None

  def __init__(self, filebasename, mode, flag="c"):
    name = os.fsencode(filebasename)
    self._mode = mode
    self._readonly = flag == "r"
    self._dirfile, self._datfile, self._bakfile = name + b".dir", name + b".dat", name + b".bak"
    # A weak reference to a shelf that keeps values of this database.
    self._shelf = None
    _sync_earlier(os.path.abspath(name), self)
    self._create(flag)
    self._read_index(flag)

  def _create(self, flag):
    if flag == "n":
      for name in (self._datfile, self._bakfile, self._dirfile):
        try:
          os.remove(name)
        except OSError:
          pass
    try:
      io.open(self._datfile, "r", encoding="Latin-1").close()
    except OSError:
      if flag not in ("c", "n"):
        raise
      with io.open(self._datfile, "w", encoding="Latin-1"):
        os.chmod(self._datfile, self._mode)

  def _read_index(self, flag):
    self._modified = False
    index = {}
    try:
      with io.open(self._dirfile, "r", encoding="Latin-1") as file:
        import ast
        for line in file:
          key, place_and_size = ast.literal_eval(line.rstrip())
          index[key.encode("Latin-1")] = place_and_size
    except OSError:
      if flag not in ("c", "n"):
        raise
      self._modified = True
    self._index = index

  def sync(self):
    """Write the index."""
    if self._index is None or not self._modified:
      return
    try:
      os.unlink(self._bakfile)
    except OSError:
      pass
    try:
      os.rename(self._dirfile, self._bakfile)
    except OSError:
      pass
    with io.open(self._dirfile, "w", encoding="Latin-1") as file:
      os.chmod(self._dirfile, self._mode)
      for key, place_and_size in self._index.items():
        file.write(f"{key.decode('Latin-1')!r}, {place_and_size!r}\n")

  def _check(self):
    if self._index is None:
      raise error("DBM object has already been closed")
    return self._index

  def __getitem__(self, key):
    place, size = self._check()[_as_bytes(key)]
    with io.open(self._datfile, "rb") as file:
      file.seek(place)
      return file.read(size)

  def __setitem__(self, key, val):
    if self._readonly:
      raise error("The database is opened for reading only")
    key = _as_bytes(key)
    if not isinstance(key, (bytes, bytearray)):
      raise TypeError("keys must be bytes or strings")
    val = _as_bytes(val)
    if not isinstance(val, (bytes, bytearray)):
      raise TypeError("values must be bytes or strings")
    index = self._check()
    self._modified = True
    if key not in index:
      index[key] = self._write(val)
      with io.open(self._dirfile, "a", encoding="Latin-1") as file:
        os.chmod(self._dirfile, self._mode)
        file.write(f"{key.decode('Latin-1')!r}, {index[key]!r}\n")
      return
    place, size = index[key]
    index[key] = self._write(val, place if _blocks(len(val)) <= _blocks(size) else None)

  def _write(self, value, place=None):
    """Write a value at a place, or behind all others."""
    with io.open(self._datfile, "rb+") as file:
      if place is None:
        end = file.seek(0, 2)
        place = _blocks(end) * _BLOCK
        file.write(bytes(place - end))
      file.seek(place)
      file.write(value)
    return place, len(value)

  def __delitem__(self, key):
    if self._readonly:
      raise error("The database is opened for reading only")
    key = _as_bytes(key)
    index = self._check()
    self._modified = True
    del index[key]
    self.sync()

  def keys(self):
    return list(self._check())

  def items(self):
    return [(key, self[key]) for key in self._check()]

  def __contains__(self, key):
    return _as_bytes(key) in self._check()

  def iterkeys(self):
    return iter(self._check())

  __iter__ = iterkeys

  def __len__(self):
    return len(self._check())

  def close(self):
    """Write the index and forget it."""
    try:
      self.sync()
    finally:
      self._index = self._datfile = self._dirfile = self._bakfile = None

  __del__ = close

  def __enter__(self):
    return self

  def __exit__(self, *args):
    self.close()


def _as_bytes(text):
  return text.encode("utf-8") if isinstance(text, str) else text


def _blocks(size):
  return (size + _BLOCK - 1) // _BLOCK


def _sync_earlier(name, database):
  reference = _opened.get(name)
  earlier = reference and reference()
  if earlier is not None and earlier._index is not None:
    shelf = earlier._shelf and earlier._shelf()
    (earlier if shelf is None else shelf).sync()
    earlier._modified = False
  _opened[name] = weakref.ref(database)


def open(file, flag="c", mode=0o666):
  """Open a database: "r" to read, "w" to read and write, "c" to make it if there is none, "n" to make a new one."""
  mask = os.umask(0)
  os.umask(mask)
  if flag not in ("r", "w", "c", "n"):
    raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
  return _Database(file, mode & ~mask, flag=flag)
