"""Files for asynchronous programs: reading and writing happen on a pool of threads, so that the loop goes on.

    async with aiofiles.open("name") as file:
      async for line in file:
        print(line)

The interface is that of the package of the same name: open(), the modules os, ospath and tempfile, and the standard
streams stdin, stdout, stderr, stdin_bytes, stdout_bytes, stderr_bytes.
"""

from aiofiles.threadpool import open, stderr, stderr_bytes, stdin, stdin_bytes, stdout, stdout_bytes

__all__ = ["open", "tempfile", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes"]


def __getattr__(name):
  if name in ("os", "ospath", "tempfile"):
    import importlib
    return importlib.import_module(f"aiofiles.{name}")
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
