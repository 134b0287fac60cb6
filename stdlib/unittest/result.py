"""What happened in a run of tests."""

import functools
import sys

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
  """Decorator: with failfast the run stops after this event."""
  @functools.wraps(method)
  def inner(self, *args, **kw):
    if getattr(self, "failfast", False):
      self.stop()
    return method(self, *args, **kw)
  return inner


def _with_line_end(text):
  return text if text.endswith("\n") else text + "\n"


class TestResult:
  """Counts and keeps the outcomes; lists of (test, formatted traceback or reason)."""

  _previousTestClass = None
  _testRunEntered = False
  _moduleSetUpFailed = False

  def __init__(self, stream=None, descriptions=None, verbosity=None):
    self.failfast = False
    self.failures = []
    self.errors = []
    self.testsRun = 0
    self.skipped = []
    self.expectedFailures = []
    self.unexpectedSuccesses = []
    self.shouldStop = False
    self.buffer = False
    self.tb_locals = False
    self._stdout_buffer = None
    self._stderr_buffer = None
    self._original_stdout = sys.stdout
    self._original_stderr = sys.stderr
    self._mirrorOutput = False

  def printErrors(self):
    """Called by the runner after the run."""

  def startTest(self, test):
    """Called before a test."""
    self.testsRun += 1
    self._mirrorOutput = False
    self._setupStdout()

  def _setupStdout(self):
    if self.buffer:
      if self._stderr_buffer is None:
        import io  # few runs buffer

        self._stderr_buffer = io.StringIO()
        self._stdout_buffer = io.StringIO()
      sys.stdout = self._stdout_buffer
      sys.stderr = self._stderr_buffer

  def startTestRun(self):
    """Called before all tests."""

  def stopTest(self, test):
    """Called after a test."""
    self._restoreStdout()
    self._mirrorOutput = False

  def _buffered(self):
    """What was written to standard output and error, with headings."""
    texts = []
    for stream, pattern in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
      text = stream.getvalue()
      texts.append(pattern % _with_line_end(text) if text else "")
    return texts

  def _restoreStdout(self):
    if not self.buffer:
      return
    if self._mirrorOutput:
      for text, stream in zip(self._buffered(), (self._original_stdout, self._original_stderr)):
        if text:
          stream.write(text)
    sys.stdout = self._original_stdout
    sys.stderr = self._original_stderr
    for stream in (self._stdout_buffer, self._stderr_buffer):
      stream.seek(0)
      stream.truncate()

  def stopTestRun(self):
    """Called after all tests."""

  @failfast
  def addError(self, test, err):
    """Called when a test raised another exception than a failure."""
    self.errors.append((test, self._exc_info_to_string(err, test)))
    self._mirrorOutput = True

  @failfast
  def addFailure(self, test, err):
    """Called when an assertion failed."""
    self.failures.append((test, self._exc_info_to_string(err, test)))
    self._mirrorOutput = True

  def addSubTest(self, test, subtest, err):
    """Called at the end of a subtest; err is None if it succeeded."""
    if err is None:
      return
    if getattr(self, "failfast", False):
      self.stop()
    events = self.failures if issubclass(err[0], test.failureException) else self.errors
    events.append((subtest, self._exc_info_to_string(err, test)))
    self._mirrorOutput = True

  def addSuccess(self, test):
    """Called when a test succeeded."""

  def addSkip(self, test, reason):
    """Called when a test was skipped."""
    self.skipped.append((test, reason))

  def addExpectedFailure(self, test, err):
    """Called when a test failed as expected."""
    self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

  @failfast
  def addUnexpectedSuccess(self, test):
    """Called when a test succeeded that should fail."""
    self.unexpectedSuccesses.append(test)

  def wasSuccessful(self):
    """Whether nothing failed."""
    return not self.failures and not self.errors and not getattr(self, "unexpectedSuccesses", ())

  def stop(self):
    """No more tests are started."""
    self.shouldStop = True

  def _exc_info_to_string(self, err, test):
    exctype, value, tb = err
    import traceback
    tb = self._clean_tracebacks(exctype, value, tb, test)
    lines = list(traceback.TracebackException(exctype, value, tb, capture_locals=self.tb_locals, compact=True).format())
    if self.buffer:
      lines.extend(self._buffered())
    return "".join(lines)

  def _clean_tracebacks(self, exctype, value, tb, test):
    """The traceback without the frames of this package; those of the exception's causes are cut in place."""
    result = None
    waiting = [(exctype, value, tb)]
    seen = {id(value)}
    first = True
    while waiting:
      exctype, value, tb = waiting.pop()
      while tb and self._is_relevant_tb_level(tb):
        tb = tb.tb_next
      if exctype is test.failureException:
        self._remove_unittest_tb_frames(tb)
      if first:
        result = tb
        first = False
      else:
        value.__traceback__ = tb
      if value is not None:
        for other in (value.__cause__, value.__context__):
          if other is not None and id(other) not in seen:
            waiting.append((type(other), other, other.__traceback__))
            seen.add(id(other))
    return result

  def _is_relevant_tb_level(self, tb):
    return "__unittest" in tb.tb_frame.f_globals

  def _remove_unittest_tb_frames(self, tb):
    """Cuts the frames from the first assert method on."""
    before = None
    while tb and not self._is_relevant_tb_level(tb):
      before = tb
      tb = tb.tb_next
    if before is not None:
      before.tb_next = None

  def __repr__(self):
    return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} errors={len(self.errors)} "
            f"failures={len(self.failures)}>")
