"""Functions of os.path that ask the system, as coroutines on a pool of threads."""

import asyncio
import functools
from os import path

__all__ = ["abspath", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "islink", "ismount", "samefile",
           "sameopenfile"]


def wrap(function):
  """The coroutine function that calls the function on a pool."""
  @functools.wraps(function)
  async def run(*args, loop=None, executor=None, **kwargs):
    loop = loop or asyncio.get_running_loop()
    return await loop.run_in_executor(executor, functools.partial(function, *args, **kwargs))
  return run


for _name in __all__:
  globals()[_name] = wrap(getattr(path, _name))
