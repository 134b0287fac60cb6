"""A pool of processes: worker processes and the passing of values between them are not there yet."""
from . import _base

__all__ = ("ProcessPoolExecutor", "BrokenProcessPool")


class BrokenProcessPool(_base.BrokenExecutor):
  """A worker process ended unexpectedly."""


class ProcessPoolExecutor(_base.Executor):
  """Runs calls in other processes."""

  def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
    raise RuntimeError("ProcessPoolExecutor is not available yet: use ThreadPoolExecutor")
