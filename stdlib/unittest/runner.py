"""Running tests with a report as text."""

import sys
import time
import warnings

from unittest.case import _SubTest
from unittest.result import TestResult

__unittest = True


class _WritelnDecorator:
  """A stream with writeln()."""

  def __init__(self, stream):
    self.stream = stream

  def __getattr__(self, attr):
    if attr in ("stream", "__getstate__"):
      raise AttributeError(attr)
    return getattr(self.stream, attr)

  def writeln(self, arg=None):
    if arg:
      self.write(arg)
    self.write("\n")


class TextTestResult(TestResult):
  """A result that reports each test to a stream."""

  separator1 = "=" * 70
  separator2 = "-" * 70

  def __init__(self, stream, descriptions, verbosity):
    super().__init__(stream, descriptions, verbosity)
    self.stream = stream
    self.showAll = verbosity > 1
    self.dots = verbosity == 1
    self.descriptions = descriptions
    self._newline = True

  def getDescription(self, test):
    """The test's name, and the first line of its docstring."""
    doc = test.shortDescription()
    return f"{test}\n{doc}" if self.descriptions and doc else str(test)

  def startTest(self, test):
    super().startTest(test)
    if self.showAll:
      self.stream.write(self.getDescription(test))
      self.stream.write(" ... ")
      self.stream.flush()
      self._newline = False

  def _write_status(self, test, status):
    is_subtest = isinstance(test, _SubTest)
    if is_subtest or self._newline:
      if not self._newline:
        self.stream.writeln()
      if is_subtest:
        self.stream.write("  ")
      self.stream.write(self.getDescription(test))
      self.stream.write(" ... ")
    self.stream.writeln(status)
    self.stream.flush()
    self._newline = True

  def _report(self, test, status, letter):
    if self.showAll:
      self._write_status(test, status)
    elif self.dots:
      self.stream.write(letter)
      self.stream.flush()

  def addSubTest(self, test, subtest, err):
    if err is not None:
      if issubclass(err[0], subtest.failureException):
        self._report(subtest, "FAIL", "F")
      else:
        self._report(subtest, "ERROR", "E")
    super().addSubTest(test, subtest, err)

  def addSuccess(self, test):
    super().addSuccess(test)
    self._report(test, "ok", ".")

  def addError(self, test, err):
    super().addError(test, err)
    self._report(test, "ERROR", "E")

  def addFailure(self, test, err):
    super().addFailure(test, err)
    self._report(test, "FAIL", "F")

  def addSkip(self, test, reason):
    super().addSkip(test, reason)
    self._report(test, f"skipped {reason!r}", "s")

  def addExpectedFailure(self, test, err):
    super().addExpectedFailure(test, err)
    self._report_expectation("expected failure", "x")

  def addUnexpectedSuccess(self, test):
    super().addUnexpectedSuccess(test)
    self._report_expectation("unexpected success", "u")

  def _report_expectation(self, status, letter):
    if self.showAll:
      self.stream.writeln(status)
      self.stream.flush()
    elif self.dots:
      self.stream.write(letter)
      self.stream.flush()

  def printErrors(self):
    if self.dots or self.showAll:
      self.stream.writeln()
      self.stream.flush()
    self.printErrorList("ERROR", self.errors)
    self.printErrorList("FAIL", self.failures)
    unexpected = getattr(self, "unexpectedSuccesses", ())
    if unexpected:
      self.stream.writeln(self.separator1)
      for test in unexpected:
        self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")
      self.stream.flush()

  def printErrorList(self, flavour, errors):
    """Writes the tracebacks of a list."""
    for test, text in errors:
      self.stream.writeln(self.separator1)
      self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
      self.stream.writeln(self.separator2)
      self.stream.writeln(f"{text}")
      self.stream.flush()


class TextTestRunner:
  """Runs a test or suite and writes a report."""

  resultclass = TextTestResult

  def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *,
               tb_locals=False):
    self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
    self.descriptions = descriptions
    self.verbosity = verbosity
    self.failfast = failfast
    self.buffer = buffer
    self.tb_locals = tb_locals
    self.warnings = warnings
    if resultclass is not None:
      self.resultclass = resultclass

  def _makeResult(self):
    return self.resultclass(self.stream, self.descriptions, self.verbosity)

  def run(self, test):
    """Runs the test; returns the result."""
    from unittest.signals import registerResult
    result = self._makeResult()
    registerResult(result)
    result.failfast = self.failfast
    result.buffer = self.buffer
    result.tb_locals = self.tb_locals
    with warnings.catch_warnings():
      if self.warnings:
        warnings.simplefilter(self.warnings)
        if self.warnings in ("default", "always"):
          # Old names of assert methods are reported once for each module.
          warnings.filterwarnings("module", category=DeprecationWarning, message=r"Please use assert\w+ instead.")
      started = time.perf_counter()
      start_run = getattr(result, "startTestRun", None)
      if start_run is not None:
        start_run()
      try:
        test(result)
      finally:
        stop_run = getattr(result, "stopTestRun", None)
        if stop_run is not None:
          stop_run()
      taken = time.perf_counter() - started
    result.printErrors()
    if hasattr(result, "separator2"):
      self.stream.writeln(result.separator2)
    count = result.testsRun
    self.stream.writeln(f"Ran {count} test{'s' if count != 1 else ''} in {taken:.3f}s")
    self.stream.writeln()
    self._write_summary(result)
    return result

  def _write_summary(self, result):
    infos = []

    def info(text, events):
      if events:
        infos.append(f"{text}={len(events)}")

    if result.wasSuccessful():
      self.stream.write("OK")
    else:
      self.stream.write("FAILED")
      info("failures", result.failures)
      info("errors", result.errors)
    info("skipped", getattr(result, "skipped", ()))
    info("expected failures", getattr(result, "expectedFailures", ()))
    info("unexpected successes", getattr(result, "unexpectedSuccesses", ()))
    if infos:
      self.stream.writeln(f" ({', '.join(infos)})")
    else:
      self.stream.write("\n")
    self.stream.flush()
