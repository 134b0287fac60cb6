"""Suites: tests that run together, with the set-up of their classes and modules."""

import sys

from unittest import case
from unittest.util import strclass

__unittest = True


class BaseTestSuite:
  """A sequence of tests and suites."""

  _cleanup = True

  def __init__(self, tests=()):
    self._tests = []
    self._removed_tests = 0
    self.addTests(tests)

  def __repr__(self):
    return f"<{strclass(self.__class__)} tests={list(self)}>"

  def __eq__(self, other):
    if not isinstance(other, self.__class__):
      return NotImplemented
    return list(self) == list(other)

  def __iter__(self):
    return iter(self._tests)

  def countTestCases(self):
    """The number of tests, those that have run included."""
    return self._removed_tests + sum([test.countTestCases() for test in self if test])

  def addTest(self, test):
    """Adds a test or suite."""
    if not callable(test):
      raise TypeError(f"{test!r} is not callable")
    if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
      raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
    self._tests.append(test)

  def addTests(self, tests):
    """Adds several tests."""
    if isinstance(tests, str):
      raise TypeError("tests must be an iterable of tests, not a string")
    for test in tests:
      self.addTest(test)

  def run(self, result):
    """Runs the tests."""
    for index, test in enumerate(self):
      if result.shouldStop:
        break
      test(result)
      if self._cleanup:
        self._removeTestAtIndex(index)
    return result

  def _removeTestAtIndex(self, index):
    """Forgets a test that has run, with all that hangs on it."""
    try:
      test = self._tests[index]
    except TypeError:
      return
    if hasattr(test, "countTestCases"):
      self._removed_tests += test.countTestCases()
    self._tests[index] = None

  def __call__(self, *args, **kwds):
    return self.run(*args, **kwds)

  def debug(self):
    """Runs the tests without collecting errors."""
    for test in self:
      test.debug()


class TestSuite(BaseTestSuite):
  """A suite that calls setUpClass(), setUpModule() and their counterparts when the class or module changes."""

  def run(self, result, debug=False):
    top_level = getattr(result, "_testRunEntered", False) is False
    if top_level:
      result._testRunEntered = True
    for index, test in enumerate(self):
      if result.shouldStop:
        break
      if not _is_suite(test):
        self._tearDownPreviousClass(test, result)
        self._handleModuleFixture(test, result)
        self._handleClassSetUp(test, result)
        result._previousTestClass = test.__class__
        if getattr(test.__class__, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
          continue
      if debug:
        test.debug()
      else:
        test(result)
      if self._cleanup:
        self._removeTestAtIndex(index)
    if top_level:
      self._tearDownPreviousClass(None, result)
      self._handleModuleTearDown(result)
      result._testRunEntered = False
    return result

  def debug(self):
    self.run(_DebugResult(), True)

  def _handleClassSetUp(self, test, result):
    cls = test.__class__
    if cls == getattr(result, "_previousTestClass", None) or result._moduleSetUpFailed or getattr(cls, "__unittest_skip__", False):
      return
    _mark_class(cls, False)
    set_up = getattr(cls, "setUpClass", None)
    if set_up is None:
      return
    clean_up = getattr(cls, "doClassCleanups", None)
    failed = False
    _call_if_exists(result, "_setupStdout")
    try:
      try:
        set_up()
      except Exception as error:
        if isinstance(result, _DebugResult):
          raise
        failed = True
        _mark_class(cls, True)
        self._report(result, error, "setUpClass", strclass(cls))
      if failed and clean_up is not None:
        clean_up()
        for exc_info in cls.tearDown_exceptions:
          self._report(result, exc_info[1], "setUpClass", strclass(cls), exc_info)
    finally:
      _call_if_exists(result, "_restoreStdout")

  def _previous_module(self, result):
    cls = getattr(result, "_previousTestClass", None)
    return None if cls is None else cls.__module__

  def _handleModuleFixture(self, test, result):
    name = test.__class__.__module__
    if name == self._previous_module(result):
      return
    self._handleModuleTearDown(result)
    result._moduleSetUpFailed = False
    set_up = getattr(sys.modules.get(name), "setUpModule", None)
    if set_up is None:
      return
    _call_if_exists(result, "_setupStdout")
    try:
      try:
        set_up()
      except Exception as error:
        if isinstance(result, _DebugResult):
          raise
        result._moduleSetUpFailed = True
        self._report(result, error, "setUpModule", name)
      if result._moduleSetUpFailed:
        try:
          case.doModuleCleanups()
        except Exception as error:
          self._report(result, error, "setUpModule", name)
    finally:
      _call_if_exists(result, "_restoreStdout")

  def _report(self, result, exception, method, parent, info=None):
    """Reports an error outside of tests, in the name of the method."""
    error = _ErrorHolder(f"{method} ({parent})")
    add_skip = getattr(result, "addSkip", None)
    if add_skip is not None and isinstance(exception, case.SkipTest):
      add_skip(error, str(exception))
    else:
      result.addError(error, info or sys.exc_info())

  def _handleModuleTearDown(self, result):
    name = self._previous_module(result)
    if name is None or result._moduleSetUpFailed or name not in sys.modules:
      return
    _call_if_exists(result, "_setupStdout")
    try:
      tear_down = getattr(sys.modules[name], "tearDownModule", None)
      for function in (tear_down, case.doModuleCleanups):
        try:
          if function is not None:
            function()
        except Exception as error:
          if isinstance(result, _DebugResult):
            raise
          self._report(result, error, "tearDownModule", name)
    finally:
      _call_if_exists(result, "_restoreStdout")

  def _tearDownPreviousClass(self, test, result):
    cls = getattr(result, "_previousTestClass", None)
    if cls is None or test.__class__ == cls:
      return
    if getattr(cls, "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False) or getattr(cls, "__unittest_skip__", False):
      return
    tear_down = getattr(cls, "tearDownClass", None)
    clean_up = getattr(cls, "doClassCleanups", None)
    if tear_down is None and clean_up is None:
      return
    _call_if_exists(result, "_setupStdout")
    try:
      if tear_down is not None:
        try:
          tear_down()
        except Exception as error:
          if isinstance(result, _DebugResult):
            raise
          self._report(result, error, "tearDownClass", strclass(cls))
      if clean_up is not None:
        clean_up()
        for exc_info in cls.tearDown_exceptions:
          if isinstance(result, _DebugResult):
            raise exc_info[1]
          self._report(result, exc_info[1], "tearDownClass", strclass(cls), exc_info)
    finally:
      _call_if_exists(result, "_restoreStdout")


def _mark_class(cls, failed):
  try:
    cls._classSetupFailed = failed
  except TypeError:
    pass  # a test may be an instance of a class that cannot be changed


def _call_if_exists(parent, name):
  function = getattr(parent, name, None)
  if function is not None:
    function()


class _ErrorHolder:
  """Stands for a test in reports of errors outside of tests."""

  failureException = None

  def __init__(self, description):
    self.description = description

  def id(self):
    return self.description

  def shortDescription(self):
    return None

  def __repr__(self):
    return f"<ErrorHolder description={self.description!r}>"

  def __str__(self):
    return self.id()

  def run(self, result):
    pass

  def __call__(self, result):
    return self.run(result)

  def countTestCases(self):
    return 0


def _is_suite(test):
  try:
    iter(test)
  except TypeError:
    return False
  return True


class _DebugResult:
  """The result of debug(): only remembers where the run is."""

  _previousTestClass = None
  _moduleSetUpFailed = False
  shouldStop = False
