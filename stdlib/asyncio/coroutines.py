"""What counts as a coroutine and as a function that makes one."""
import sys
from _asyncio import _environment_asks_for_debug
from _types import CoroutineType, GeneratorType, _function_kind

__all__ = ("iscoroutinefunction", "iscoroutine")

# Functions may carry this as their attribute `_is_coroutine`.
_is_coroutine = object()

_MAKES_COROUTINE = 2


def _is_debug_mode():
  """Whether new loops are in debug mode."""
  if sys.flags.dev_mode:
    return True
  if sys.flags.ignore_environment:
    return False
  return _environment_asks_for_debug()


def iscoroutinefunction(func):
  """Whether calling `func` gives a coroutine: an `async def`, also behind methods and functools.partial."""
  if getattr(func, "_is_coroutine", None) is _is_coroutine:
    return True
  while True:
    inner = getattr(func, "__func__", None)
    if inner is None and type(func).__name__ == "partial":
      inner = getattr(func, "func", None)
    if inner is None:
      break
    func = inner
  if _function_kind(func) & _MAKES_COROUTINE:
    return True
  inspect = sys.modules.get("inspect")  # without it no object is marked, as mocks are
  return inspect is not None and inspect.iscoroutinefunction(func)


def iscoroutine(obj):
  """Whether `obj` is a coroutine object, a generator, or an instance of collections.abc.Coroutine."""
  cls = type(obj)
  if cls is CoroutineType or cls is GeneratorType:
    return True
  from collections.abc import Coroutine
  return isinstance(obj, Coroutine)


def _format_coroutine(coro):
  """The coroutine as reprs of tasks show it."""
  name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
  if not name:
    name = f"<{type(coro).__name__} without __name__>"
  code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
  if not code:
    running = getattr(coro, "cr_running", getattr(coro, "gi_running", False))
    return f"{name}() running" if running else f"{name}()"
  frame = getattr(coro, "gi_frame", None) or getattr(coro, "cr_frame", None)
  file = code.co_filename or "<empty co_filename>"
  if frame is not None:
    return f"{name}() running at {file}:{frame.f_lineno}"
  return f"{name}() done, defined at {file}:{code.co_firstlineno}"
