"""Ctrl-C that ends a run after the current test."""

import weakref

__unittest = True


class _InterruptHandler:
  """The first Ctrl-C stops the registered results, the second one interrupts."""

  def __init__(self, default_handler):
    import signal
    self.called = False
    self.original_handler = default_handler
    if isinstance(default_handler, int):
      if default_handler == signal.SIG_DFL:
        default_handler = signal.default_int_handler
      elif default_handler == signal.SIG_IGN:
        def default_handler(unused_signum, unused_frame):
          pass
      else:
        raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    self.default_handler = default_handler

  def __call__(self, signum, frame):
    import signal
    if signal.getsignal(signal.SIGINT) is not self:
      # Somebody else's handler calls this one.
      self.default_handler(signum, frame)
    if self.called:
      self.default_handler(signum, frame)
    self.called = True
    for result in _results.keys():
      result.stop()


_results = weakref.WeakKeyDictionary()
_interrupt_handler = None


def registerResult(result):
  """The result is stopped at Ctrl-C."""
  _results[result] = 1


def removeResult(result):
  """Undoes registerResult()."""
  return bool(_results.pop(result, None))


def installHandler():
  """Installs the handler for Ctrl-C."""
  global _interrupt_handler
  if _interrupt_handler is None:
    import signal
    _interrupt_handler = _InterruptHandler(signal.getsignal(signal.SIGINT))
    signal.signal(signal.SIGINT, _interrupt_handler)


def removeHandler(method=None):
  """Puts the earlier handler back; as a decorator, for the time of a test."""
  import signal
  if method is not None:
    import functools

    @functools.wraps(method)
    def inner(*args, **kwargs):
      current = signal.getsignal(signal.SIGINT)
      removeHandler()
      try:
        return method(*args, **kwargs)
      finally:
        signal.signal(signal.SIGINT, current)
    return inner
  if _interrupt_handler is not None:
    signal.signal(signal.SIGINT, _interrupt_handler.original_handler)
  return None
