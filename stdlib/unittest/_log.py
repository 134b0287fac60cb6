"""assertLogs() and assertNoLogs()."""

import collections
import logging

from unittest._asserts import _ExpectationContext

__unittest = True

_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _CapturingHandler(logging.Handler):
  """Keeps what is logged."""

  def __init__(self):
    super().__init__()
    self.watcher = _LoggingWatcher([], [])

  def flush(self):
    pass

  def emit(self, record):
    self.watcher.records.append(record)
    self.watcher.output.append(self.format(record))


class _AssertLogsContext(_ExpectationContext):
  LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

  def __init__(self, test_case, logger_name, level, no_logs):
    super().__init__(None, test_case)
    self.logger_name = logger_name
    self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
    self.no_logs = no_logs

  def __enter__(self):
    if isinstance(self.logger_name, logging.Logger):
      self.logger = logger = self.logger_name
    else:
      self.logger = logger = logging.getLogger(self.logger_name)
    handler = _CapturingHandler()
    handler.setLevel(self.level)
    handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
    self.watcher = handler.watcher
    self.old_state = logger.handlers[:], logger.level, logger.propagate
    logger.handlers = [handler]
    logger.setLevel(self.level)
    logger.propagate = False
    return None if self.no_logs else handler.watcher

  def __exit__(self, exc_type, exc_value, tb):
    self.logger.handlers, level, self.logger.propagate = self.old_state
    self.logger.setLevel(level)
    if exc_type is not None:
      return False
    if self.no_logs:
      if self.watcher.records:
        self._raiseFailure(f"Unexpected logs found: {self.watcher.output!r}")
    elif not self.watcher.records:
      self._raiseFailure(f"no logs of level {logging.getLevelName(self.level)} or higher triggered on {self.logger.name}")
