"""What counts as a coroutine. The types are taken from samples, so that nothing has to be imported for them."""

__all__ = ("iscoroutinefunction", "iscoroutine")

# Functions may carry this as their attribute `_is_coroutine`.
_is_coroutine = object()


def _coroutine_types():
  async def sample():
    pass
  coroutine = sample()
  coroutine.close()
  return type(coroutine), type(_ for _ in ())


_COROUTINE_TYPES = _coroutine_types()
_CO_COROUTINE = 0x80
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
  code = getattr(func, "__code__", None)
  return code is not None and bool(getattr(code, "co_flags", 0) & _CO_COROUTINE)


def iscoroutine(obj):
  """Whether `obj` is a coroutine object (or a generator, or something with the methods of a coroutine)."""
  cls = type(obj)
  if cls in _COROUTINE_TYPES:
    return True
  return all(hasattr(cls, name) for name in _PROTOCOL)
