"""What all kinds of futures share. Native futures make their own reprs; these helpers are for futures in the language."""
import reprlib

from . import format_helpers
from .futures import isfuture

__all__ = ()

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"


def _format_callbacks(cb):
  texts = [format_helpers._format_callback_source(callback, ()) for callback, _ in (cb if len(cb) < 3 else (cb[0], cb[-1]))]
  if len(cb) > 2:
    texts.insert(1, f"<{len(cb) - 2} more>")
  return f"cb=[{', '.join(texts)}]"


def _future_repr_info(future):
  info = [future._state.lower()]
  if future._state == _FINISHED:
    if future._exception is not None:
      info.append(f"exception={future._exception!r}")
    else:
      info.append(f"result={reprlib.repr(future._result)}")
  if future._callbacks:
    info.append(_format_callbacks(future._callbacks))
  if future._source_traceback:
    place = future._source_traceback[-1]
    info.append(f"created at {place[0]}:{place[1]}")
  return info


@reprlib.recursive_repr()
def _future_repr(future):
  return f"<{future.__class__.__name__} {' '.join(_future_repr_info(future))}>"
