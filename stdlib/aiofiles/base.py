"""What all asynchronous files have in common."""

import asyncio
import functools


def delegated(cls, names):
  """Gives a class coroutine methods that call the file's methods on the pool."""
  for name in names:
    async def method(self, *args, __name=name, **kwargs):
      return await self._call(getattr(self._file, __name), *args, **kwargs)
    method.__name__ = name
    method.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, method)


def forwarded(cls, names):
  """Gives a class methods that call the file's methods at once: they do not wait for the system."""
  for name in names:
    def method(self, *args, __name=name, **kwargs):
      return getattr(self._file, __name)(*args, **kwargs)
    method.__name__ = name
    setattr(cls, name, method)


def attributes(cls, names):
  """Gives a class the file's attributes."""
  for name in names:
    setattr(cls, name, property(lambda self, __name=name: getattr(self._file, __name),
                                lambda self, value, __name=name: setattr(self._file, __name, value)))


class AsyncBase:
  """A file object whose operations are coroutines."""

  def __init__(self, file, loop=None, executor=None):
    self._file = file
    self._loop = loop
    self._executor = executor

  async def _call(self, function, *args, **kwargs):
    loop = self._loop or asyncio.get_running_loop()
    if kwargs:
      function = functools.partial(function, **kwargs)
    return await loop.run_in_executor(self._executor, function, *args)

  def __aiter__(self):
    return self

  async def __anext__(self):
    line = await self.readline()
    if line:
      return line
    raise StopAsyncIteration

  def __repr__(self):
    return f"{super().__repr__()} wrapping {self._file!r}"


class AiofilesContextManager:
  """What open() gives: it can be awaited, or used with `async with`, which closes the file."""

  __slots__ = ("_coro", "_obj")

  def __init__(self, coro):
    self._coro = coro
    self._obj = None

  def __await__(self):
    return self._coro.__await__()

  async def __aenter__(self):
    self._obj = await self._coro
    return self._obj

  async def __aexit__(self, exc_type, exc, tb):
    file, self._obj = self._obj, None
    if hasattr(file, "close"):
      await file.close()
    else:
      await file.cleanup()
