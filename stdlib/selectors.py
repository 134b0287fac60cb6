"""Waiting for many files at once: one interface over select(), poll and epoll objects.

>>> DefaultSelector().get_map() == {}
True
"""
import math
import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _fileobj_to_fd(fileobj):
  if isinstance(fileobj, int):
    fd = fileobj
  else:
    try:
      fd = int(fileobj.fileno())
    except (AttributeError, TypeError, ValueError):
      raise ValueError(f"Invalid file object: {fileobj!r}") from None
  if fd < 0:
    raise ValueError(f"Invalid file descriptor: {fd}")
  return fd


class _SelectorMapping(Mapping):
  """What a selector knows, by file object."""

  def __init__(self, selector):
    self._selector = selector

  def __len__(self):
    return len(self._selector._fd_to_key)

  def __getitem__(self, fileobj):
    try:
      return self._selector._fd_to_key[self._selector._fileobj_lookup(fileobj)]
    except KeyError:
      raise KeyError(f"{fileobj!r} is not registered") from None

  def __iter__(self):
    return iter(self._selector._fd_to_key)


class BaseSelector(metaclass=ABCMeta):
  """Registers file objects and waits until some are ready."""

  @abstractmethod
  def register(self, fileobj, events, data=None):
    """Wait for `events` of the file too; returns its SelectorKey."""
    raise NotImplementedError

  @abstractmethod
  def unregister(self, fileobj):
    """Do not wait for the file any more; returns its SelectorKey."""
    raise NotImplementedError

  def modify(self, fileobj, events, data=None):
    """Change what is waited for, or the data."""
    self.unregister(fileobj)
    return self.register(fileobj, events, data)

  @abstractmethod
  def select(self, timeout=None):
    """Wait until files are ready: a list of (key, events)."""
    raise NotImplementedError

  def close(self):
    """Give everything back."""

  def get_key(self, fileobj):
    """The key of a registered file."""
    mapping = self.get_map()
    if mapping is None:
      raise RuntimeError("Selector is closed")
    try:
      return mapping[fileobj]
    except KeyError:
      raise KeyError(f"{fileobj!r} is not registered") from None

  @abstractmethod
  def get_map(self):
    """The keys by file; None once closed."""
    raise NotImplementedError

  def __enter__(self):
    return self

  def __exit__(self, *args):
    self.close()


class _BaseSelectorImpl(BaseSelector):
  def __init__(self):
    self._fd_to_key = {}
    self._map = _SelectorMapping(self)

  def _fileobj_lookup(self, fileobj):
    try:
      return _fileobj_to_fd(fileobj)
    except ValueError:
      # A file that was closed meanwhile is found by identity.
      for key in self._fd_to_key.values():
        if key.fileobj is fileobj:
          return key.fd
      raise

  def register(self, fileobj, events, data=None):
    if not events or events & ~(EVENT_READ | EVENT_WRITE):
      raise ValueError(f"Invalid events: {events!r}")
    key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
    if key.fd in self._fd_to_key:
      raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
    self._fd_to_key[key.fd] = key
    return key

  def unregister(self, fileobj):
    try:
      return self._fd_to_key.pop(self._fileobj_lookup(fileobj))
    except KeyError:
      raise KeyError(f"{fileobj!r} is not registered") from None

  def modify(self, fileobj, events, data=None):
    try:
      key = self._fd_to_key[self._fileobj_lookup(fileobj)]
    except KeyError:
      raise KeyError(f"{fileobj!r} is not registered") from None
    if events != key.events:
      self.unregister(fileobj)
      return self.register(fileobj, events, data)
    if data != key.data:
      key = self._fd_to_key[key.fd] = key._replace(data=data)
    return key

  def close(self):
    self._fd_to_key.clear()
    self._map = None

  def get_map(self):
    return self._map


class SelectSelector(_BaseSelectorImpl):
  """Over select.select()."""

  def select(self, timeout=None):
    timeout = None if timeout is None else max(timeout, 0)
    keys = self._fd_to_key
    readers = [fd for fd, key in keys.items() if key.events & EVENT_READ]
    writers = [fd for fd, key in keys.items() if key.events & EVENT_WRITE]
    try:
      readable, writable, _ = select.select(readers, writers, [], timeout)
    except InterruptedError:
      return []
    readable = set(readable)
    writable = set(writable)
    ready = []
    for fd in readable | writable:
      events = (fd in readable and EVENT_READ) | (fd in writable and EVENT_WRITE)
      key = keys.get(fd)
      if key:
        ready.append((key, events & key.events))
    return ready


class _PollLikeSelector(_BaseSelectorImpl):
  def __init__(self):
    super().__init__()
    self._selector = self._selector_cls()

  def _mask(self, events):
    return (self._EVENT_READ if events & EVENT_READ else 0) | (self._EVENT_WRITE if events & EVENT_WRITE else 0)

  def register(self, fileobj, events, data=None):
    key = super().register(fileobj, events, data)
    try:
      self._selector.register(key.fd, self._mask(events))
    except BaseException:
      super().unregister(fileobj)
      raise
    return key

  def unregister(self, fileobj):
    key = super().unregister(fileobj)
    try:
      self._selector.unregister(key.fd)
    except OSError:
      pass  # closed before it was unregistered
    return key

  def modify(self, fileobj, events, data=None):
    try:
      key = self._fd_to_key[self._fileobj_lookup(fileobj)]
    except KeyError:
      raise KeyError(f"{fileobj!r} is not registered") from None
    if events != key.events:
      try:
        self._selector.modify(key.fd, self._mask(events))
      except BaseException:
        super().unregister(fileobj)
        raise
    if events != key.events or data != key.data:
      key = self._fd_to_key[key.fd] = key._replace(events=events, data=data)
    return key

  def _ready(self, found):
    ready = []
    for fd, event in found:
      events = (EVENT_WRITE if event & ~self._EVENT_READ else 0) | (EVENT_READ if event & ~self._EVENT_WRITE else 0)
      key = self._fd_to_key.get(fd)
      if key:
        ready.append((key, events & key.events))
    return ready


class PollSelector(_PollLikeSelector):
  """Over select.poll()."""

  _selector_cls = select.poll
  _EVENT_READ = select.POLLIN
  _EVENT_WRITE = select.POLLOUT

  def select(self, timeout=None):
    if timeout is not None:
      timeout = 0 if timeout <= 0 else math.ceil(timeout * 1e3)
    try:
      return self._ready(self._selector.poll(timeout))
    except InterruptedError:
      return []


class EpollSelector(_PollLikeSelector):
  """Over select.epoll()."""

  _selector_cls = select.epoll
  _EVENT_READ = select.EPOLLIN
  _EVENT_WRITE = select.EPOLLOUT

  def fileno(self):
    """The descriptor of the epoll object."""
    return self._selector.fileno()

  def select(self, timeout=None):
    if timeout is not None:
      timeout = 0 if timeout <= 0 else math.ceil(timeout * 1e3) * 1e-3
    try:
      return self._ready(self._selector.poll(timeout, max(len(self._fd_to_key), 1)))
    except InterruptedError:
      return []

  def close(self):
    self._selector.close()
    super().close()


DefaultSelector = EpollSelector
