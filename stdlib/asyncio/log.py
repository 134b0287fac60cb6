"""The logger of asyncio. Most programs log nothing, so module logging is loaded when the logger is first used."""


class _Logger:
  """Stands for logging.getLogger("asyncio")."""

  def __getattr__(self, name):
    import logging
    return getattr(logging.getLogger("asyncio"), name)


lazy_logger = _Logger()


def __getattr__(name):
  if name != "logger":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  import logging
  return logging.getLogger("asyncio")
