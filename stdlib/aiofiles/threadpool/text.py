"""Asynchronous text files."""

from aiofiles.base import AsyncBase, attributes, delegated, forwarded


class AsyncTextIOWrapper(AsyncBase):
  """A text file whose operations are coroutines."""


delegated(AsyncTextIOWrapper, ("close", "flush", "isatty", "read", "readable", "readline", "readlines", "seek", "seekable", "tell",
                               "truncate", "write", "writable", "writelines"))
forwarded(AsyncTextIOWrapper, ("detach", "fileno"))
attributes(AsyncTextIOWrapper, ("buffer", "closed", "encoding", "errors", "line_buffering", "newlines", "name", "mode"))


class AsyncIndirectTextIOWrapper(AsyncTextIOWrapper):
  """A text file that is looked up at each use."""

  def __init__(self, find, loop=None, executor=None):
    self._find = find
    self._loop = loop
    self._executor = executor

  @property
  def _file(self):
    return self._find()
