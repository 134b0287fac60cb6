"""Numbers in memory that processes share. Types are given by the letters of module array."""
import _multiprocessing

from . import context

__all__ = ["RawValue", "RawArray", "Value", "Array", "copy", "synchronized"]


def _typecode(code):
  try:
    _multiprocessing.sizeof(code)
  except (TypeError, ValueError):
    raise TypeError("this type has no size") from None
  return code


class _Shared:
  """A block of `length` items."""

  def __init__(self, code, length, handle=None):
    self._code = code
    self._length = length
    self._block = _multiprocessing.Block(_multiprocessing.sizeof(code) * length, handle)

  def __reduce__(self):
    context.assert_spawning(self)
    descriptor, offset, size = self._block.handle
    handle = context.get_spawning_popen().duplicate_for_child(descriptor), offset, size
    return type(self), (self._code, self._length, handle)


# What ctypes calls the types of the letters: CPython makes values of these.
_CTYPES = {"c": "c_char", "u": "c_wchar", "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint", "l": "c_long",
           "L": "c_ulong", "q": "c_long", "Q": "c_ulong", "f": "c_float", "d": "c_double"}


class _RawValue(_Shared):
  """One item."""

  @property
  def value(self):
    return self._block.get(self._code, 0)

  @value.setter
  def value(self, value):
    self._block.set(self._code, 0, value)

  def __repr__(self):
    return f"{_CTYPES[self._code]}({self.value!r})"


class _RawArray(_Shared):
  """Items like those of a list of fixed length."""

  def __len__(self):
    return self._length

  def _index(self, index):
    index = index.__index__()
    if index < 0:
      index += self._length
    if not 0 <= index < self._length:
      raise IndexError("invalid index")
    return index

  def __getitem__(self, key):
    get, code = self._block.get, self._code
    if isinstance(key, slice):
      items = [get(code, i) for i in range(*key.indices(self._length))]
      return b"".join(items) if code == "c" else "".join(items) if code == "u" else items
    return get(code, self._index(key))

  def __setitem__(self, key, value):
    if isinstance(key, slice):
      places = range(*key.indices(self._length))
      values = [bytes([v]) for v in value] if self._code == "c" and isinstance(value, bytes) else list(value)
      if len(values) != len(places):
        raise ValueError("Can only assign sequence of same size")
      for place, item in zip(places, values):
        self._block.set(self._code, place, item)
    else:
      self._block.set(self._code, self._index(key), value)

  def __iter__(self):
    for i in range(self._length):
      yield self._block.get(self._code, i)

  def _check_bytes(self):
    if self._code != "c":
      raise AttributeError(f"{type(self).__name__!r} object has no attribute 'value'")

  @property
  def raw(self):
    """All bytes of an array of characters."""
    self._check_bytes()
    return self._block.read(0, self._length)

  @raw.setter
  def raw(self, data):
    self._check_bytes()
    if len(data) > self._length:
      raise ValueError("byte string too long")
    self._block.write(0, data)

  @property
  def value(self):
    """The bytes before the first zero."""
    return self.raw.partition(b"\0")[0]

  @value.setter
  def value(self, data):
    self._check_bytes()
    if not isinstance(data, bytes):
      raise TypeError("bytes expected instead of %s instance" % type(data).__name__)
    if len(data) > self._length:
      raise ValueError("byte string too long")
    self._block.write(0, data + b"\0" if len(data) < self._length else data)


def RawValue(typecode_or_type, *args):
  """A number without a lock."""
  result = _RawValue(_typecode(typecode_or_type), 1)
  if args:
    result.value = args[0]
  return result


def RawArray(typecode_or_type, size_or_initializer):
  """Numbers without a lock."""
  code = _typecode(typecode_or_type)
  if isinstance(size_or_initializer, int):
    if size_or_initializer < 0:
      raise ValueError("Array length must be >= 0, not %d" % size_or_initializer)
    return _RawArray(code, size_or_initializer)
  items = size_or_initializer if hasattr(size_or_initializer, "__len__") else list(size_or_initializer)
  result = _RawArray(code, len(items))
  result[:] = items
  return result


def _lock_for(lock, ctx):
  if lock in (True, None):
    return (ctx or context._default_context).RLock()
  if not hasattr(lock, "acquire"):
    raise AttributeError("%r has no method 'acquire'" % lock)
  return lock


def Value(typecode_or_type, *args, lock=True, ctx=None):
  """A number, with a lock unless `lock` is False."""
  raw = RawValue(typecode_or_type, *args)
  return raw if lock is False else synchronized(raw, _lock_for(lock, ctx))


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
  """Numbers, with a lock unless `lock` is False."""
  raw = RawArray(typecode_or_type, size_or_initializer)
  return raw if lock is False else synchronized(raw, _lock_for(lock, ctx))


def copy(obj):
  """A copy in shared memory of its own."""
  result = type(obj)(obj._code, obj._length)
  result._block.write(0, obj._block.read(0, _multiprocessing.sizeof(obj._code) * obj._length))
  return result


def synchronized(obj, lock=None, ctx=None):
  """The object with a lock around each access."""
  assert not isinstance(obj, SynchronizedBase), "object already synchronized"
  lock = lock or (ctx or context._default_context).RLock()
  if isinstance(obj, _RawValue):
    return Synchronized(obj, lock)
  return SynchronizedString(obj, lock) if obj._code == "c" else SynchronizedArray(obj, lock)


class SynchronizedBase:
  """A shared object and its lock."""

  def __init__(self, obj, lock=None, ctx=None):
    self._obj = obj
    self._lock = lock or (ctx or context._default_context).RLock()
    self.acquire = self._lock.acquire
    self.release = self._lock.release

  def __enter__(self):
    return self._lock.__enter__()

  def __exit__(self, *args):
    return self._lock.__exit__(*args)

  def __reduce__(self):
    context.assert_spawning(self)
    return synchronized, (self._obj, self._lock)

  def get_obj(self):
    """The object without the lock."""
    return self._obj

  def get_lock(self):
    """The lock."""
    return self._lock

  def __repr__(self):
    return "<%s wrapper for %s>" % (type(self).__name__, self._obj)


class Synchronized(SynchronizedBase):
  """A number with a lock."""

  @property
  def value(self):
    with self._lock:
      return self._obj.value

  @value.setter
  def value(self, value):
    with self._lock:
      self._obj.value = value


class SynchronizedArray(SynchronizedBase):
  """Numbers with a lock."""

  def __len__(self):
    return len(self._obj)

  def __getitem__(self, key):
    with self._lock:
      return self._obj[key]

  def __setitem__(self, key, value):
    with self._lock:
      self._obj[key] = value

  def __getslice__(self, start, stop):
    return self[start:stop]


class SynchronizedString(SynchronizedArray):
  """Characters with a lock."""

  @property
  def value(self):
    with self._lock:
      return self._obj.value

  @value.setter
  def value(self, value):
    with self._lock:
      self._obj.value = value

  @property
  def raw(self):
    with self._lock:
      return self._obj.raw

  @raw.setter
  def raw(self, value):
    with self._lock:
      self._obj.raw = value
