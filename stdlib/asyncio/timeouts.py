"""`async with timeout(...)`: a deadline for a block of code."""
from _asyncio import CancelledError, current_task, get_running_loop

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
  """Cancels the task that is inside its block at the deadline, and turns that cancellation into TimeoutError.

  States: created -> active -> finished, or active -> expiring (the task was cancelled) -> expired.
  """

  def __init__(self, when):
    self._state = "created"
    self._handle = None
    self._task = None
    self._when = when

  def when(self):
    """The deadline in loop.time(), or None."""
    return self._when

  def reschedule(self, when):
    """Move the deadline."""
    if self._state != "active":
      if self._state == "created":
        raise RuntimeError("Timeout has not been entered")
      raise RuntimeError(f"Cannot change state of {self._state} Timeout")
    self._when = when
    if self._handle is not None:
      self._handle.cancel()
      self._handle = None
    if when is None:
      return
    loop = get_running_loop()
    if when <= loop.time():
      self._handle = loop.call_soon(self._on_timeout)
    else:
      self._handle = loop.call_at(when, self._on_timeout)

  def expired(self):
    """Whether the deadline came before the block was left."""
    return self._state in ("expiring", "expired")

  def __repr__(self):
    info = ""
    if self._state == "active":
      info = f" when={round(self._when, 3) if self._when is not None else None}"
    return f"<Timeout [{self._state}]{info}>"

  async def __aenter__(self):
    if self._state != "created":
      raise RuntimeError("Timeout has already been entered")
    task = current_task()
    if task is None:
      raise RuntimeError("Timeout should be used inside a task")
    self._state = "active"
    self._task = task
    self._cancelling = task.cancelling()
    self.reschedule(self._when)
    return self

  async def __aexit__(self, exc_type, exc_val, exc_tb):
    assert self._state in ("active", "expiring")
    if self._handle is not None:
      self._handle.cancel()
      self._handle = None
    if self._state == "expiring":
      self._state = "expired"
      # Other requests to cancel the task remain: then it stays a cancellation.
      if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
        raise TimeoutError from exc_val
    elif self._state == "active":
      self._state = "finished"
    return None

  def _on_timeout(self):
    self._task.cancel()
    self._state = "expiring"
    self._handle = None


def timeout(delay):
  """A deadline `delay` seconds from now; None: none."""
  loop = get_running_loop()
  return Timeout(loop.time() + delay if delay is not None else None)


def timeout_at(when):
  """A deadline in loop.time(); None: none."""
  return Timeout(when)
