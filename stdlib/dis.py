"""Bytecode: Coil's is another one than CPython's, and is shown by the command `coil --dis FILE`."""

from collections import namedtuple

__all__ = ["dis"]

Positions = namedtuple("Positions", "lineno end_lineno col_offset end_col_offset", defaults=[None] * 4)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
  """Not available: `coil --dis FILE` shows the bytecode of a file."""
  raise NotImplementedError("dis.dis() is not available: run `coil --dis FILE` to see the bytecode of a file")


def __getattr__(name):
  if name.startswith("__"):
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  raise AttributeError(f"dis.{name} is not available: Coil has its own bytecode, run `coil --dis FILE` to see it")
