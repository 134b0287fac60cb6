"""The names of uvloop. asyncio's own loop is native here and runs on libuv, so this module only gives it under those names."""
import asyncio as _asyncio
from asyncio.events import BaseDefaultEventLoopPolicy as _BasePolicy

__all__ = ("new_event_loop", "install", "EventLoopPolicy", "run")
__version__ = "0.21.0"


class Loop(_asyncio.SelectorEventLoop):
  """The native event loop."""

  def __repr__(self):
    return "<uvloop.Loop" + super().__repr__().removeprefix(f"<{type(self).__name__}")


def new_event_loop():
  """A new loop."""
  return Loop()


def run(main, *, loop_factory=new_event_loop, debug=None, **run_kwargs):
  """asyncio.run() with a loop of this module."""
  async def wrapper():
    loop = _asyncio.get_running_loop()
    if not isinstance(loop, Loop):
      raise TypeError("uvloop.run() uses a non-uvloop event loop")
    return await main

  return _asyncio.run(wrapper(), loop_factory=loop_factory, debug=debug, **run_kwargs)


def install():
  """Make this module's policy the one of asyncio."""
  _asyncio.set_event_loop_policy(EventLoopPolicy())


class EventLoopPolicy(_BasePolicy):
  """Makes loops of this module."""

  def _loop_factory(self):
    return new_event_loop()
