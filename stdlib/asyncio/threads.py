"""Calls in other threads that a coroutine can await."""
from _asyncio import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
  """Call func(*args, **kwargs) in a thread, with a copy of the current context; returns its result."""
  from contextvars import copy_context
  from _functools import partial
  loop = get_running_loop()
  return await loop.run_in_executor(None, partial(copy_context().run, func, *args, **kwargs))
