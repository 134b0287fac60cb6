"""Signals of the operating system.

>>> Signals.SIGINT.name
'SIGINT'
"""

import _signal
from _signal import *
from enum import IntEnum

_IntEnum = IntEnum
# Aliases come after the names that signals are shown by.
_ALIASES = ("SIGCLD", "SIGPOLL", "SIGIOT")
_names = [name for name in vars(_signal) if name.startswith("SIG") and "_" not in name and name not in _ALIASES]
Signals = IntEnum("Signals", {name: getattr(_signal, name) for name in (*_names, *_ALIASES)}, module=__name__)
Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1}, module=__name__)
Sigmasks = IntEnum("Sigmasks", {name: getattr(_signal, name) for name in ("SIG_BLOCK", "SIG_UNBLOCK", "SIG_SETMASK")},
                   module=__name__)
for _enum in (Signals, Handlers, Sigmasks):
  globals().update(_enum.__members__)
del _enum, _names
ItimerError = type("itimer_error", (OSError,), {"__module__": __name__})


def _as_enum(value, enum):
  if not isinstance(value, int):
    return value
  try:
    return enum(value)
  except ValueError:
    return value


def _as_int(value):
  try:
    return int(value)
  except (ValueError, TypeError):
    return value


def _as_signals(numbers):
  return {_as_enum(number, Signals) for number in numbers}


def signal(signalnum, handler):
  """Set the handler of a signal; the old one is returned."""
  return _as_enum(_signal.signal(_as_int(signalnum), _as_int(handler)), Handlers)


def getsignal(signalnum):
  """The handler of a signal."""
  return _as_enum(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
  """Change the thread's set of blocked signals; the old set."""
  return _as_signals(_signal.pthread_sigmask(how, mask))


def sigpending():
  """Signals that have arrived and are blocked."""
  return _as_signals(_signal.sigpending())


def sigwait(sigset):
  """Wait for one of the signals, which must be blocked."""
  return _as_enum(_signal.sigwait(sigset), Signals)


def valid_signals():
  """The signals that there are."""
  return _as_signals(_signal.valid_signals())
