"""Numbers that several modules of asyncio share."""

# write() calls on a lost connection before a warning is logged.
LOG_THRESHOLD_FOR_CONNLOST_WRITES = 5
# Seconds until a server tries again to accept after it ran out of descriptors.
ACCEPT_RETRY_DELAY = 1
DEBUG_STACK_DEPTH = 10
# Seconds.
SSL_HANDSHAKE_TIMEOUT = 60.0
SSL_SHUTDOWN_TIMEOUT = 30.0
SENDFILE_FALLBACK_READBUFFER_SIZE = 1024 * 256
# KiB.
FLOW_CONTROL_HIGH_WATER_SSL_READ = 256
FLOW_CONTROL_HIGH_WATER_SSL_WRITE = 512


def __getattr__(name):
  """_SendfileMode, made when it is first asked for: enumerations take longer to import than the rest of this package's share of a connection."""
  if name != "_SendfileMode":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  global _SendfileMode
  import enum

  class _SendfileMode(enum.Enum):
    UNSUPPORTED = enum.auto()
    TRY_NATIVE = enum.auto()
    FALLBACK = enum.auto()

  return _SendfileMode
