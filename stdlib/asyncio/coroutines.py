"""What counts as a coroutine and as a function that makes one."""
from _types import CoroutineType, GeneratorType, _function_kind

__all__ = ("iscoroutinefunction", "iscoroutine")

# Functions may carry this as their attribute `_is_coroutine`.
_is_coroutine = object()

_MAKES_COROUTINE = 2
_PROTOCOL = ("__await__", "send", "throw", "close")


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
  return bool(_function_kind(func) & _MAKES_COROUTINE)


def iscoroutine(obj):
  """Whether `obj` is a coroutine object (or a generator, or something with the methods of a coroutine)."""
  cls = type(obj)
  if cls is CoroutineType or cls is GeneratorType:
    return True
  return all(hasattr(cls, name) for name in _PROTOCOL)
