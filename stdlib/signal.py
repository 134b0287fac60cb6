"""Signals of the operating system.

>>> Signals.SIGINT.name
'SIGINT'
"""

import _signal
from _signal import *
from enum import IntEnum

Signals = IntEnum("Signals", {name: value for name, value in vars(_signal).items()
                              if name.startswith("SIG") and name.isupper() and "_" not in name})
Handlers = IntEnum("Handlers", {"SIG_DFL": 0, "SIG_IGN": 1})
globals().update(Signals.__members__)
globals().update(Handlers.__members__)


def _as_enum(value, enum):
    try:
        return enum(value)
    except (ValueError, TypeError):
        return value


def _as_int(value):
    return int(value) if isinstance(value, IntEnum) else value


def signal(signalnum, handler):
    """Set the handler of a signal; the old one is returned."""
    return _as_enum(_signal.signal(_as_int(signalnum), _as_int(handler)), Handlers)


def getsignal(signalnum):
    """The handler of a signal."""
    return _as_enum(_signal.getsignal(_as_int(signalnum)), Handlers)


def valid_signals():
    """The signals that can be caught."""
    return {_as_enum(number, Signals) for number in range(1, 65)}
