"""The abstract base classes of containers, iterators and coroutines (public as collections.abc)."""

import sys as _sys
from _abc import ABCMeta, _set_pattern
from _collections import deque as _deque

GenericAlias = type(list[int])

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
           "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
           "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString"]

# Classes show the name of the public module.
__name__ = "collections.abc"


def abstractmethod(function):
  function.__isabstractmethod__ = True
  return function


def _check_methods(cls, *methods):
  mro = cls.__mro__
  for method in methods:
    for base in mro:
      namespace = base.__dict__
      if method in namespace:
        if namespace[method] is None:
          return NotImplemented
        break
    else:
      return NotImplemented
  return True


class Hashable(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __hash__(self):
    return 0

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__hash__") if cls is Hashable else NotImplemented


class Awaitable(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __await__(self):
    yield

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__await__") if cls is Awaitable else NotImplemented

  __class_getitem__ = classmethod(GenericAlias)


def _throw(typ, val, tb):
  if val is None:
    if tb is None:
      raise typ
    val = typ()
  if tb is not None:
    val = val.with_traceback(tb)
  raise val


class Coroutine(Awaitable):
  __slots__ = ()

  @abstractmethod
  def send(self, value):
    """Go on with the value; returns what is yielded or raises StopIteration."""
    raise StopIteration

  @abstractmethod
  def throw(self, typ, val=None, tb=None):
    """Raise an exception inside the coroutine."""
    _throw(typ, val, tb)

  def close(self):
    """Raise GeneratorExit inside the coroutine."""
    try:
      self.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
      pass
    else:
      raise RuntimeError("coroutine ignored GeneratorExit")

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__await__", "send", "throw", "close") if cls is Coroutine else NotImplemented


class AsyncIterable(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __aiter__(self):
    return AsyncIterator()

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__aiter__") if cls is AsyncIterable else NotImplemented

  __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
  __slots__ = ()

  @abstractmethod
  async def __anext__(self):
    """The next item, or StopAsyncIteration."""
    raise StopAsyncIteration

  def __aiter__(self):
    return self

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__anext__", "__aiter__") if cls is AsyncIterator else NotImplemented


class AsyncGenerator(AsyncIterator):
  __slots__ = ()

  async def __anext__(self):
    return await self.asend(None)

  @abstractmethod
  async def asend(self, value):
    """Go on with the value; the next item yielded or StopAsyncIteration."""
    raise StopAsyncIteration

  @abstractmethod
  async def athrow(self, typ, val=None, tb=None):
    """Raise an exception inside the generator."""
    _throw(typ, val, tb)

  async def aclose(self):
    """Raise GeneratorExit inside the generator."""
    try:
      await self.athrow(GeneratorExit)
    except (GeneratorExit, StopAsyncIteration):
      pass
    else:
      raise RuntimeError("asynchronous generator ignored GeneratorExit")

  @classmethod
  def __subclasshook__(cls, C):
    if cls is AsyncGenerator:
      return _check_methods(C, "__aiter__", "__anext__", "asend", "athrow", "aclose")
    return NotImplemented


class Iterable(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __iter__(self):
    while False:
      yield None

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__iter__") if cls is Iterable else NotImplemented

  __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
  __slots__ = ()

  @abstractmethod
  def __next__(self):
    """The next item, or StopIteration."""
    raise StopIteration

  def __iter__(self):
    return self

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__iter__", "__next__") if cls is Iterator else NotImplemented


class Reversible(Iterable):
  __slots__ = ()

  @abstractmethod
  def __reversed__(self):
    while False:
      yield None

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__reversed__", "__iter__") if cls is Reversible else NotImplemented


class Generator(Iterator):
  __slots__ = ()

  def __next__(self):
    return self.send(None)

  @abstractmethod
  def send(self, value):
    """Go on with the value; the next item yielded or StopIteration."""
    raise StopIteration

  @abstractmethod
  def throw(self, typ, val=None, tb=None):
    """Raise an exception inside the generator."""
    _throw(typ, val, tb)

  def close(self):
    """Raise GeneratorExit inside the generator."""
    try:
      self.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
      pass
    else:
      raise RuntimeError("generator ignored GeneratorExit")

  @classmethod
  def __subclasshook__(cls, C):
    if cls is Generator:
      return _check_methods(C, "__iter__", "__next__", "send", "throw", "close")
    return NotImplemented


class Sized(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __len__(self):
    return 0

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__len__") if cls is Sized else NotImplemented


class Container(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __contains__(self, x):
    return False

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__contains__") if cls is Container else NotImplemented

  __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
  __slots__ = ()

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__len__", "__iter__", "__contains__") if cls is Collection else NotImplemented


def _stands_for_arguments(arg):
  """Whether it may be all that Callable is told of its arguments: a list, an ellipsis, a ParamSpec, or a Concatenate."""
  if arg is Ellipsis or isinstance(arg, list):
    return True
  kind = type(arg)
  return kind.__module__ == "typing" and (kind.__name__ == "ParamSpec" or repr(arg).startswith("typing.Concatenate["))


def _type_text(arg):
  if isinstance(arg, GenericAlias):
    return repr(arg)
  if isinstance(arg, type):
    return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
  return "..." if arg is Ellipsis else repr(arg)


class _CallableGenericAlias(GenericAlias):
  """Callable[arguments, result]; `__args__` is flat: (*arguments, result)."""

  __slots__ = ()

  def __new__(cls, origin, args):
    if not isinstance(args, tuple) or len(args) != 2:
      raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    arguments, result = args
    if isinstance(arguments, (tuple, list)):
      args = (*arguments, result)
    elif not _stands_for_arguments(arguments):
      raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arguments}")
    return super().__new__(cls, origin, args)

  def _is_list(self):
    return len(self.__args__) != 2 or not _stands_for_arguments(self.__args__[0])

  def __repr__(self):
    if not _CallableGenericAlias._is_list(self):
      return super().__repr__()
    *arguments, result = map(_type_text, self.__args__)
    return f"collections.abc.Callable[[{', '.join(arguments)}], {result}]"

  def __reduce__(self):
    args = self.__args__
    if _CallableGenericAlias._is_list(self):
      args = list(args[:-1]), args[-1]
    return _CallableGenericAlias, (Callable, args)

  def __getitem__(self, item):
    if not isinstance(item, tuple):
      item = (item,)
    args = super().__getitem__(item).__args__
    if not isinstance(args[0], (tuple, list)):
      args = args[:-1], args[-1]
    return _CallableGenericAlias(Callable, args)


class Callable(metaclass=ABCMeta):
  __slots__ = ()

  @abstractmethod
  def __call__(self, *args, **kwds):
    return False

  @classmethod
  def __subclasshook__(cls, C):
    return _check_methods(C, "__call__") if cls is Callable else NotImplemented

  __class_getitem__ = classmethod(_CallableGenericAlias)


class Set(Collection):
  """Operations of a set, made of __contains__, __iter__ and __len__."""

  __slots__ = ()

  def __le__(self, other):
    if not isinstance(other, Set):
      return NotImplemented
    if len(self) > len(other):
      return False
    for elem in self:
      if elem not in other:
        return False
    return True

  def __lt__(self, other):
    if not isinstance(other, Set):
      return NotImplemented
    return len(self) < len(other) and self.__le__(other)

  def __gt__(self, other):
    if not isinstance(other, Set):
      return NotImplemented
    return len(self) > len(other) and self.__ge__(other)

  def __ge__(self, other):
    if not isinstance(other, Set):
      return NotImplemented
    if len(self) < len(other):
      return False
    for elem in other:
      if elem not in self:
        return False
    return True

  def __eq__(self, other):
    if not isinstance(other, Set):
      return NotImplemented
    return len(self) == len(other) and self.__le__(other)

  @classmethod
  def _from_iterable(cls, it):
    """A new set; override when the constructor takes something else."""
    return cls(it)

  def __and__(self, other):
    if not isinstance(other, Iterable):
      return NotImplemented
    return self._from_iterable(value for value in other if value in self)

  __rand__ = __and__

  def isdisjoint(self, other):
    """Whether no item is in both."""
    for value in other:
      if value in self:
        return False
    return True

  def __or__(self, other):
    if not isinstance(other, Iterable):
      return NotImplemented
    return self._from_iterable(e for s in (self, other) for e in s)

  __ror__ = __or__

  def __sub__(self, other):
    if not isinstance(other, Set):
      if not isinstance(other, Iterable):
        return NotImplemented
      other = self._from_iterable(other)
    return self._from_iterable(value for value in self if value not in other)

  def __rsub__(self, other):
    if not isinstance(other, Set):
      if not isinstance(other, Iterable):
        return NotImplemented
      other = self._from_iterable(other)
    return self._from_iterable(value for value in other if value not in self)

  def __xor__(self, other):
    if not isinstance(other, Set):
      if not isinstance(other, Iterable):
        return NotImplemented
      other = self._from_iterable(other)
    return (self - other) | (other - self)

  __rxor__ = __xor__

  def _hash(self):
    """A hash that depends on the items and not on their order."""
    return hash(frozenset(self))


class MutableSet(Set):
  """A set with add() and discard()."""

  __slots__ = ()

  @abstractmethod
  def add(self, value):
    """Add an item."""
    raise NotImplementedError

  @abstractmethod
  def discard(self, value):
    """Remove an item if it is there."""
    raise NotImplementedError

  def remove(self, value):
    """Remove an item; KeyError when it is not there."""
    if value not in self:
      raise KeyError(value)
    self.discard(value)

  def pop(self):
    """Remove and return some item; KeyError when empty."""
    for value in self:
      self.discard(value)
      return value
    raise KeyError

  def clear(self):
    """Remove all items."""
    try:
      while True:
        self.pop()
    except KeyError:
      pass

  def __ior__(self, it):
    for value in it:
      self.add(value)
    return self

  def __iand__(self, it):
    for value in self - it:
      self.discard(value)
    return self

  def __ixor__(self, it):
    if it is self:
      self.clear()
      return self
    if not isinstance(it, Set):
      it = self._from_iterable(it)
    for value in it:
      if value in self:
        self.discard(value)
      else:
        self.add(value)
    return self

  def __isub__(self, it):
    if it is self:
      self.clear()
    else:
      for value in it:
        self.discard(value)
    return self


class Mapping(Collection):
  """Operations of a mapping, made of __getitem__, __iter__ and __len__."""

  __slots__ = ()

  @abstractmethod
  def __getitem__(self, key):
    raise KeyError

  def get(self, key, default=None):
    """self[key], or the default."""
    try:
      return self[key]
    except KeyError:
      return default

  def __contains__(self, key):
    try:
      self[key]
    except KeyError:
      return False
    return True

  def keys(self):
    """A view of the keys."""
    return KeysView(self)

  def items(self):
    """A view of the pairs."""
    return ItemsView(self)

  def values(self):
    """A view of the values."""
    return ValuesView(self)

  def __eq__(self, other):
    if not isinstance(other, Mapping):
      return NotImplemented
    return dict(self.items()) == dict(other.items())

  __reversed__ = None


class MappingView(Sized):
  __slots__ = ("_mapping",)

  def __init__(self, mapping):
    self._mapping = mapping

  def __len__(self):
    return len(self._mapping)

  def __repr__(self):
    return f"{type(self).__name__}({self._mapping!r})"

  __class_getitem__ = classmethod(GenericAlias)


class KeysView(MappingView, Set):
  __slots__ = ()

  @classmethod
  def _from_iterable(cls, it):
    return set(it)

  def __contains__(self, key):
    return key in self._mapping

  def __iter__(self):
    yield from self._mapping


class ItemsView(MappingView, Set):
  __slots__ = ()

  @classmethod
  def _from_iterable(cls, it):
    return set(it)

  def __contains__(self, item):
    key, value = item
    try:
      v = self._mapping[key]
    except KeyError:
      return False
    return v is value or v == value

  def __iter__(self):
    for key in self._mapping:
      yield (key, self._mapping[key])


class ValuesView(MappingView, Collection):
  __slots__ = ()

  def __contains__(self, value):
    for key in self._mapping:
      v = self._mapping[key]
      if v is value or v == value:
        return True
    return False

  def __iter__(self):
    for key in self._mapping:
      yield self._mapping[key]


_missing = object()


class MutableMapping(Mapping):
  """A mapping with __setitem__ and __delitem__."""

  __slots__ = ()

  @abstractmethod
  def __setitem__(self, key, value):
    raise KeyError

  @abstractmethod
  def __delitem__(self, key):
    raise KeyError

  def pop(self, key, default=_missing):
    """Remove the key and return its value, or the default; KeyError when there is neither."""
    try:
      value = self[key]
    except KeyError:
      if default is _missing:
        raise
      return default
    del self[key]
    return value

  def popitem(self):
    """Remove and return some pair; KeyError when empty."""
    for key in self:
      value = self[key]
      del self[key]
      return key, value
    raise KeyError from None

  def clear(self):
    """Remove everything."""
    try:
      while True:
        self.popitem()
    except KeyError:
      pass

  def update(self, other=(), /, **kwds):
    """Take over the pairs of a mapping or an iterable, and the keyword arguments."""
    if isinstance(other, Mapping):
      for key in other:
        self[key] = other[key]
    elif hasattr(other, "keys"):
      for key in other.keys():
        self[key] = other[key]
    else:
      for key, value in other:
        self[key] = value
    for key, value in kwds.items():
      self[key] = value

  def setdefault(self, key, default=None):
    """self[key], after setting it to the default when absent."""
    try:
      return self[key]
    except KeyError:
      self[key] = default
    return default


class Sequence(Reversible, Collection):
  """Operations of a sequence, made of __getitem__ and __len__."""

  __slots__ = ()

  @abstractmethod
  def __getitem__(self, index):
    raise IndexError

  def __iter__(self):
    i = 0
    try:
      while True:
        yield self[i]
        i += 1
    except IndexError:
      return

  def __contains__(self, value):
    for v in self:
      if v is value or v == value:
        return True
    return False

  def __reversed__(self):
    for i in reversed(range(len(self))):
      yield self[i]

  def index(self, value, start=0, stop=None):
    """Position of the first item equal to the value; ValueError when absent."""
    if start is not None and start < 0:
      start = max(len(self) + start, 0)
    if stop is not None and stop < 0:
      stop += len(self)
    i = start
    while stop is None or i < stop:
      try:
        v = self[i]
      except IndexError:
        break
      if v is value or v == value:
        return i
      i += 1
    raise ValueError

  def count(self, value):
    """Number of items equal to the value."""
    return sum(1 for v in self if v is value or v == value)


class ByteString(Sequence):
  """bytes and bytearray."""

  __slots__ = ()


class MutableSequence(Sequence):
  """A sequence with __setitem__, __delitem__ and insert()."""

  __slots__ = ()

  @abstractmethod
  def __setitem__(self, index, value):
    raise IndexError

  @abstractmethod
  def __delitem__(self, index):
    raise IndexError

  @abstractmethod
  def insert(self, index, value):
    """Insert the value before the position."""
    raise IndexError

  def append(self, value):
    """Add the value at the end."""
    self.insert(len(self), value)

  def clear(self):
    """Remove all items."""
    try:
      while True:
        self.pop()
    except IndexError:
      pass

  def reverse(self):
    """Reverse the order in place."""
    n = len(self)
    for i in range(n // 2):
      self[i], self[n - i - 1] = self[n - i - 1], self[i]

  def extend(self, values):
    """Add the items at the end."""
    if values is self:
      values = list(values)
    for v in values:
      self.append(v)

  def pop(self, index=-1):
    """Remove and return the item at the position."""
    v = self[index]
    del self[index]
    return v

  def remove(self, value):
    """Remove the first item equal to the value; ValueError when absent."""
    del self[self.index(value)]

  def __iadd__(self, values):
    self.extend(values)
    return self


_set_pattern(Mapping, "m")
_set_pattern(Sequence, "s")
_set_pattern(MutableMapping, "m")
_set_pattern(MutableSequence, "s")

# What the hooks above find by themselves needs no registration.
for _type in (dict,):
  MutableMapping.register(_type)
Mapping.register(type(type.__dict__))
KeysView.register(type({}.keys()))
ValuesView.register(type({}.values()))
ItemsView.register(type({}.items()))
Set.register(frozenset)
MutableSet.register(set)
for _type in (tuple, str, range, memoryview, bytes):
  Sequence.register(_type)
ByteString.register(bytes)
ByteString.register(bytearray)
MutableSequence.register(list)
MutableSequence.register(bytearray)
MutableSequence.register(_deque)
del _type

# Modules that do not bring this one along.
if "_array" in _sys.modules:
  MutableSequence.register(_sys.modules["_array"].array)
if hasattr(_sys.modules.get("os"), "_Environ"):
  MutableMapping.register(_sys.modules["os"]._Environ)
