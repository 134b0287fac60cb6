"""Exceptions of asyncio. The loop raises the first two itself, so they are native."""
from _asyncio import CancelledError, InvalidStateError

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError",
           "LimitOverrunError", "SendfileNotAvailableError")

TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
  """The system cannot send this file over this socket by itself."""


class IncompleteReadError(EOFError):
  """The stream ended before everything asked for was read; `partial` is what came, `expected` the size or None."""

  def __init__(self, partial, expected):
    wanted = "undefined" if expected is None else repr(expected)
    super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
    self.partial = partial
    self.expected = expected

  def __reduce__(self):
    return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
  """The buffer was full before the separator came; `consumed` bytes are to be taken out."""

  def __init__(self, message, consumed):
    super().__init__(message)
    self.consumed = consumed

  def __reduce__(self):
    return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
  """The barrier was aborted or reset while tasks waited at it."""
