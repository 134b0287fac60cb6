"""A handler that keeps records, for the regression tests."""

import logging.handlers

from test.support import Matcher


class TestHandler(logging.handlers.BufferingHandler):
  def __init__(self, matcher):
    logging.handlers.BufferingHandler.__init__(self, 0)
    self.matcher = matcher

  def shouldFlush(self, record):
    return False

  def emit(self, record):
    self.format(record)
    self.buffer.append(record.__dict__)

  def matches(self, **kwargs):
    return any(self.matcher.matches(record, **kwargs) for record in self.buffer)
