"""Greenlets: coroutines that have a stack of their own and switch to each other by name.

>>> g = greenlet(lambda x: x + 1)
>>> g.switch(41)
42
"""
from _greenlet import _set_exceptions, getcurrent, greenlet

__all__ = ["getcurrent", "error", "GreenletExit", "settrace", "gettrace", "greenlet"]
__version__ = "3.0.0"

GREENLET_USE_GC = True
GREENLET_USE_TRACING = False
GREENLET_USE_CONTEXT_VARS = True


class error(Exception):
  """A switch that is not possible."""


class GreenletExit(BaseException):
  """Ends a greenlet quietly: its parent gets the exception as a value."""


_set_exceptions(GreenletExit, error)


def gettrace():
  """The trace function: there is none."""
  return None


def settrace(callback):
  """Trace functions are not available; only None is accepted."""
  if callback is not None:
    raise NotImplementedError("greenlet.settrace() is not available")
  return None
