"""Asynchronous files of bytes."""

from aiofiles.base import AsyncBase, attributes, delegated, forwarded


class AsyncBufferedIOBase(AsyncBase):
  """A buffered file whose operations are coroutines."""


class AsyncBufferedReader(AsyncBufferedIOBase):
  """A buffered file to read, or to read and write."""


class AsyncFileIO(AsyncBase):
  """A file without a buffer."""


_COMMON = ("close", "flush", "isatty", "read", "readinto", "readline", "readlines", "seek", "seekable", "tell", "truncate",
           "writable", "write", "writelines")
delegated(AsyncBufferedIOBase, _COMMON + ("read1",))
delegated(AsyncBufferedReader, ("peek",))
delegated(AsyncFileIO, _COMMON + ("readall",))
forwarded(AsyncBufferedIOBase, ("detach", "fileno", "readable"))
forwarded(AsyncFileIO, ("fileno", "readable"))
attributes(AsyncBufferedIOBase, ("closed", "raw", "name", "mode"))
attributes(AsyncFileIO, ("closed", "name", "mode"))


class AsyncIndirectBufferedIOBase(AsyncBufferedIOBase):
  """A buffered file that is looked up at each use."""

  def __init__(self, find, loop=None, executor=None):
    self._find = find
    self._loop = loop
    self._executor = executor

  @property
  def _file(self):
    return self._find()
