"""Calls that run elsewhere, and their results. The executors are loaded when their names are first used."""
from ._base import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Executor,
                    Future, InvalidStateError, TimeoutError, as_completed, wait)

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError",
           "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")


def __getattr__(name):
  global ThreadPoolExecutor, ProcessPoolExecutor
  if name == "ThreadPoolExecutor":
    from .thread import ThreadPoolExecutor
    return ThreadPoolExecutor
  if name == "ProcessPoolExecutor":
    from .process import ProcessPoolExecutor
    return ProcessPoolExecutor
  raise AttributeError(f"module 'concurrent.futures' has no attribute {name!r}")


def __dir__():
  return [*__all__, "__doc__"]
