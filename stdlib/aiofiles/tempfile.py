"""Temporary files and folders, with the functions of tempfile: await them, or use them with `async with`."""

import asyncio
import functools
import tempfile as _tempfile

from aiofiles.base import AiofilesContextManager, AsyncBase, attributes, delegated, forwarded
from aiofiles.threadpool import wrap

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory"]


class AsyncSpooledTemporaryFile(AsyncBase):
  """A file in memory that moves to the disk when it grows."""


delegated(AsyncSpooledTemporaryFile, ("close", "flush", "isatty", "read", "readline", "readlines", "rollover", "seek", "tell", "truncate",
                                      "write", "writelines"))
forwarded(AsyncSpooledTemporaryFile, ("fileno",))
attributes(AsyncSpooledTemporaryFile, ("closed", "encoding", "mode", "name", "newlines"))


class AsyncTemporaryDirectory:
  """A temporary folder; cleanup() removes it."""

  def __init__(self, file, loop=None, executor=None):
    self._file = file
    self._loop = loop
    self._executor = executor

  @property
  def name(self):
    return self._file.name

  async def cleanup(self):
    await (self._loop or asyncio.get_running_loop()).run_in_executor(self._executor, self._file.cleanup)


class _FolderContextManager(AiofilesContextManager):
  """Gives the name of the folder, as tempfile.TemporaryDirectory does."""

  __slots__ = ()

  async def __aenter__(self):
    return (await super().__aenter__()).name


async def _made(function, convert, loop, executor):
  made = await (loop or asyncio.get_running_loop()).run_in_executor(executor, function)
  return convert(made, loop, executor)


def _wrapped(made, loop, executor):
  """The asynchronous file around the stream, with the wrapper's way of closing."""
  inner = getattr(made, "file", made)
  file = wrap(inner, loop=loop, executor=executor)
  if inner is not made:
    file._file = _Closing(made)
  return file


class _Closing:
  """A named temporary file: its stream, but closed by the wrapper, which removes the file."""

  def __init__(self, wrapper):
    self._wrapper = wrapper
    self.close = wrapper.close

  def __getattr__(self, name):
    return getattr(self._wrapper, name)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None, executor=None):
  """A temporary file without a name."""
  function = functools.partial(_tempfile.TemporaryFile, mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix,
                               prefix=prefix, dir=dir)
  return AiofilesContextManager(_made(function, _wrapped, loop, executor))


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, loop=None,
                       executor=None):
  """A temporary file with a name; it is removed when it is closed."""
  function = functools.partial(_tempfile.NamedTemporaryFile, mode=mode, buffering=buffering, encoding=encoding, newline=newline,
                               suffix=suffix, prefix=prefix, dir=dir, delete=delete)
  return AiofilesContextManager(_made(function, _wrapped, loop, executor))


def SpooledTemporaryFile(max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None,
                         executor=None):
  """A file in memory that moves to the disk when it grows over max_size."""
  function = functools.partial(_tempfile.SpooledTemporaryFile, max_size=max_size, mode=mode, buffering=buffering, encoding=encoding,
                               newline=newline, suffix=suffix, prefix=prefix, dir=dir)
  return AiofilesContextManager(_made(function, AsyncSpooledTemporaryFile, loop, executor))


def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None):
  """A temporary folder that is removed at the end."""
  function = functools.partial(_tempfile.TemporaryDirectory, suffix, prefix, dir)
  return _FolderContextManager(_made(function, AsyncTemporaryDirectory, loop, executor))
