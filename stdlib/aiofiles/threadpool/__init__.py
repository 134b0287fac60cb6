"""Opening files on a pool of threads."""

import asyncio
import functools
import io
import sys

from aiofiles.base import AiofilesContextManager
from aiofiles.threadpool.binary import (AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO, AsyncIndirectBufferedIOBase)
from aiofiles.threadpool.text import AsyncIndirectTextIOWrapper, AsyncTextIOWrapper

__all__ = ("open", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes")

_open = open


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None):
  """Opens a file as the built-in open() does; await it, or use it with `async with`."""
  function = functools.partial(_open, file, mode=mode, buffering=buffering, encoding=encoding, errors=errors, newline=newline,
                               closefd=closefd, opener=opener)
  return AiofilesContextManager(_opened(function, loop, executor))


async def _opened(function, loop, executor):
  file = await (loop or asyncio.get_running_loop()).run_in_executor(executor, function)
  return wrap(file, loop=loop, executor=executor)


def wrap(file, *, loop=None, executor=None):
  """The asynchronous file around a file object."""
  if isinstance(file, io.TextIOWrapper):
    cls = AsyncTextIOWrapper
  elif isinstance(file, (io.BufferedReader, io.BufferedRandom)):
    cls = AsyncBufferedReader
  elif isinstance(file, io.BufferedWriter):
    cls = AsyncBufferedIOBase
  elif isinstance(file, io.FileIO):
    cls = AsyncFileIO
  else:
    raise TypeError(f"Unsupported io type: {file}.")
  return cls(file, loop=loop, executor=executor)


# The standard streams are looked up at each use: programs replace them.
stdin = AsyncIndirectTextIOWrapper(lambda: sys.stdin)
stdout = AsyncIndirectTextIOWrapper(lambda: sys.stdout)
stderr = AsyncIndirectTextIOWrapper(lambda: sys.stderr)
stdin_bytes = AsyncIndirectBufferedIOBase(lambda: sys.stdin.buffer)
stdout_bytes = AsyncIndirectBufferedIOBase(lambda: sys.stdout.buffer)
stderr_bytes = AsyncIndirectBufferedIOBase(lambda: sys.stderr.buffer)
