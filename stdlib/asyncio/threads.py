"""Calls in other threads that a coroutine can await."""
from _asyncio import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
  """Call func(*args, **kwargs) in a thread, with a copy of the current context; returns its result."""
  from contextvars import copy_context
  loop = get_running_loop()
  context = copy_context()

  def call():
    return context.run(func, *args, **kwargs)

  return await loop.run_in_executor(None, call)
