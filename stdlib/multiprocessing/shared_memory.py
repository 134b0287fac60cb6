"""Memory that processes share by name: plain bytes, and lists of simple values.

What the main process creates and nobody unlinks is unlinked at its end."""
import mmap
import os as _os
import struct as _struct

import _posixshmem

from . import process as _process

__all__ = ["SharedMemory", "ShareableList"]

_unlink_at_exit = set()


def _remember(name):
  if not _unlink_at_exit and _process.parent_process() is None:
    from .util import Finalize
    Finalize(None, _unlink_rest, exitpriority=-200)
  _unlink_at_exit.add(name)


def _unlink_rest():
  for name in _unlink_at_exit:
    try:
      _posixshmem.shm_unlink(name)
    except OSError:
      pass  # somebody else did


class SharedMemory:
  """SharedMemory(name=None, create=False, size=0): a block of shared memory, a new one or the one that has the name."""

  _name = None
  _fd = -1
  _mmap = None
  _buf = None

  def __init__(self, name=None, create=False, size=0):
    if not size >= 0:
      raise ValueError("'size' must be a positive integer")
    if create and size == 0:
      raise ValueError("'size' must be a positive number different from zero")
    if name is None and not create:
      raise ValueError("'name' can only be None if create=True")
    flags = _os.O_RDWR | (_os.O_CREAT | _os.O_EXCL if create else 0)
    while self._fd < 0:
      path = "/" + name if name is not None else "/psm_" + _os.urandom(4).hex()
      try:
        self._fd = _posixshmem.shm_open(path, flags, mode=0o600)
      except FileExistsError:
        if name is not None:
          raise
    self._name = path
    try:
      if create:
        _os.ftruncate(self._fd, size)
      self._size = _os.fstat(self._fd).st_size
      self._mmap = mmap.mmap(self._fd, self._size)
    except OSError:
      self.unlink()
      raise
    if create:
      _remember(path)
    self._buf = memoryview(self._mmap)

  def __del__(self):
    try:
      self.close()
    except OSError:
      pass

  def __reduce__(self):
    return self.__class__, (self.name, False, self.size)

  def __repr__(self):
    return f"{self.__class__.__name__}({self.name!r}, size={self.size})"

  @property
  def buf(self):
    """The bytes, as a memoryview."""
    return self._buf

  @property
  def name(self):
    """The name, under which other processes find the memory."""
    return self._name.removeprefix("/")

  @property
  def size(self):
    """The number of bytes."""
    return self._size

  def close(self):
    """Let go of the memory; it stays for others."""
    if self._buf is not None:
      self._buf.release()
      self._buf = None
    if self._mmap is not None:
      try:
        self._mmap.close()
      except BufferError:
        pass  # it goes with the last view
      self._mmap = None
    if self._fd >= 0:
      _os.close(self._fd)
      self._fd = -1

  def unlink(self):
    """Remove the name: the memory goes when its last user has closed it. One process does this, once."""
    if self._name:
      _unlink_at_exit.discard(self._name)
      _posixshmem.shm_unlink(self._name)


_ALIGNMENT = 8
_FORMATS = {int: "q", float: "d", bool: "xxxxxxx?", type(None): "xxxxxx?x"}
# How values are made of what struct unpacks: code 0 to 3 of an item.
_PLAIN, _STR, _BYTES, _NONE = range(4)


def _kind_of(value):
  return _STR if isinstance(value, str) else _BYTES if isinstance(value, bytes) else _NONE if value is None else _PLAIN


def _format_of(value):
  if isinstance(value, (str, bytes)):
    return f"{_ALIGNMENT * (len(value) // _ALIGNMENT + 1)}s"
  return _FORMATS[type(value)]


def _encoded(value):
  return value.encode() if isinstance(value, str) else value


class ShareableList:
  """ShareableList(sequence=None, *, name=None): int, float, bool, str, bytes and None in shared memory; the length is fixed, and so is the room of each text.

  In memory: the length, where each item begins and the last one ends, the items, their formats (8 bytes each), their kinds (one byte each)."""

  def __init__(self, sequence=None, *, name=None):
    if name is not None and sequence is None:
      self.shm = SharedMemory(name)
      self._list_len = len(self)
      self._allocated_offsets = list(_struct.unpack_from(self._format_size_metainfo, self.shm.buf, 8))
      return
    items = list(sequence or ())
    formats = [_format_of(item) for item in items]
    self._list_len = len(items)
    self._allocated_offsets = [0]
    for item_format in formats:
      self._allocated_offsets.append(self._allocated_offsets[-1] + _struct.calcsize(item_format))
    self.shm = SharedMemory(name, create=True, size=self._offset_back_transform_codes + len(items))
    _struct.pack_into("q" + self._format_size_metainfo, self.shm.buf, 0, len(items), *self._allocated_offsets)
    for position, (item, item_format) in enumerate(zip(items, formats)):
      self._store(position, item_format, item)

  def _store(self, position, item_format, value):
    offset = self._offset_data_start + self._allocated_offsets[position]
    _struct.pack_into("8s", self.shm.buf, self._offset_packing_formats + position * 8, item_format.encode())
    _struct.pack_into("b", self.shm.buf, self._offset_back_transform_codes + position, _kind_of(value))
    _struct.pack_into(item_format, self.shm.buf, offset, _encoded(value))

  def _place(self, position, message):
    place = position + self._list_len if position < 0 else position
    if not 0 <= place < self._list_len:
      raise IndexError(message)
    return place

  def _get_packing_format(self, position):
    """The format of an item."""
    place = self._place(position, "Requested position out of range.")
    (packed,) = _struct.unpack_from("8s", self.shm.buf, self._offset_packing_formats + place * 8)
    return packed.rstrip(b"\0").decode()

  def __getitem__(self, position):
    place = self._place(position, "index out of range")
    (value,) = _struct.unpack_from(self._get_packing_format(place), self.shm.buf, self._offset_data_start + self._allocated_offsets[place])
    (kind,) = _struct.unpack_from("b", self.shm.buf, self._offset_back_transform_codes + place)
    if kind == _NONE:
      return None
    if kind == _PLAIN:
      return value
    text = value.rstrip(b"\0")
    return text.decode() if kind == _STR else text

  def __setitem__(self, position, value):
    place = self._place(position, "assignment index out of range")
    if isinstance(value, (str, bytes)):
      room = self._allocated_offsets[place + 1] - self._allocated_offsets[place]
      if len(_encoded(value)) > room:
        raise ValueError("bytes/str item exceeds available storage")
      item_format = self._get_packing_format(place)
      if not item_format.endswith("s"):
        item_format = f"{room}s"
    else:
      item_format = _FORMATS[type(value)]
    self._store(place, item_format, value)

  def __reduce__(self):
    from functools import partial
    return partial(self.__class__, name=self.shm.name), ()

  def __len__(self):
    return _struct.unpack_from("q", self.shm.buf, 0)[0]

  def __repr__(self):
    return f"{self.__class__.__name__}({list(self)}, name={self.shm.name!r})"

  @property
  def format(self):
    """The formats of all items."""
    return "".join(self._get_packing_format(i) for i in range(self._list_len))

  @property
  def _format_size_metainfo(self):
    return "q" * (self._list_len + 1)

  @property
  def _offset_data_start(self):
    return (self._list_len + 2) * 8

  @property
  def _offset_packing_formats(self):
    return self._offset_data_start + self._allocated_offsets[-1]

  @property
  def _offset_back_transform_codes(self):
    return self._offset_packing_formats + self._list_len * 8

  def count(self, value):
    """How many items are equal to the value."""
    return sum(value == item for item in self)

  def index(self, value):
    """Where the first item is that is equal to the value."""
    for position, item in enumerate(self):
      if value == item:
        return position
    raise ValueError(f"{value!r} not in this container")

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)
