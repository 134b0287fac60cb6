"""Mappings from texts to objects in a file: the objects are pickled into a database of module dbm.

    with shelve.open("settings") as settings:
      settings["size"] = {"width": 80}
"""

import collections.abc
import io
import pickle

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]


class _ClosedDict(collections.abc.MutableMapping):
  """Stands for the database of a shelf that is closed."""

  def closed(self, *args):
    raise ValueError("invalid operation on closed shelf")

  __iter__ = __len__ = __getitem__ = __setitem__ = __delitem__ = keys = closed

  def __repr__(self):
    return "<Closed Dictionary>"


class Shelf(collections.abc.MutableMapping):
  """A mapping whose values are pickled into another one, of bytes.

  With writeback, values that were read are kept, and written again by sync() and close(): what is changed inside of them lasts.
  """

  def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
    self.dict = dict
    self._protocol = pickle.DEFAULT_PROTOCOL if protocol is None else protocol
    self.writeback = writeback
    self.cache = {}
    self.keyencoding = keyencoding

  def __iter__(self):
    for key in self.dict.keys():
      yield key.decode(self.keyencoding)

  def __len__(self):
    return len(self.dict)

  def __contains__(self, key):
    return key.encode(self.keyencoding) in self.dict

  def get(self, key, default=None):
    return self[key] if key in self else default

  def __getitem__(self, key):
    try:
      return self.cache[key]
    except KeyError:
      value = pickle.Unpickler(io.BytesIO(self.dict[key.encode(self.keyencoding)])).load()
    if self.writeback:
      self.cache[key] = value
    return value

  def __setitem__(self, key, value):
    if self.writeback:
      self.cache[key] = value
    file = io.BytesIO()
    pickle.Pickler(file, self._protocol).dump(value)
    self.dict[key.encode(self.keyencoding)] = file.getvalue()

  def __delitem__(self, key):
    del self.dict[key.encode(self.keyencoding)]
    self.cache.pop(key, None)

  def __enter__(self):
    return self

  def __exit__(self, type, value, traceback):
    self.close()

  def close(self):
    """Write what is kept, and close the database."""
    if self.dict is None:
      return
    try:
      self.sync()
      try:
        self.dict.close()
      except AttributeError:
        pass
    finally:
      self.dict = _ClosedDict()

  def __del__(self):
    # Without the attribute the initialisation failed.
    if hasattr(self, "writeback"):
      self.close()

  def sync(self):
    """Write what is kept."""
    if self.writeback and self.cache:
      self.writeback = False
      for key, entry in self.cache.items():
        self[key] = entry
      self.writeback = True
      self.cache = {}
    if hasattr(self.dict, "sync"):
      self.dict.sync()


class BsdDbShelf(Shelf):
  """A shelf on a mapping that has an order and a position."""

  def _pair(self, pair):
    key, value = pair
    return key.decode(self.keyencoding), pickle.loads(value)

  def set_location(self, key):
    """Go to a key; the pair there."""
    return self._pair(self.dict.set_location(key))

  def next(self):
    """Go to the next pair."""
    return self._pair(next(self.dict))

  def previous(self):
    """Go to the pair before."""
    return self._pair(self.dict.previous())

  def first(self):
    """Go to the first pair."""
    return self._pair(self.dict.first())

  def last(self):
    """Go to the last pair."""
    return self._pair(self.dict.last())


class DbfilenameShelf(Shelf):
  """A shelf on a database of module dbm."""

  def __init__(self, filename, flag="c", protocol=None, writeback=False):
    import dbm
    import weakref
    database = dbm.open(filename, flag)
    database._shelf = weakref.ref(self)
    super().__init__(database, protocol, writeback)


def open(filename, flag="c", protocol=None, writeback=False):
  """Open a shelf: "r" to read, "w" to read and write, "c" to make it if there is none, "n" to make a new one."""
  return DbfilenameShelf(filename, flag, protocol, writeback)
