"""Test cases: one instance runs one test method."""

import contextlib
import functools
import sys
import types
import warnings

from unittest._asserts import _Assertions, _AssertRaisesContext, _AssertWarnsContext, DIFF_OMITTED
from unittest.util import strclass

__unittest = True

_subtest_msg_sentinel = object()


class SkipTest(Exception):
  """Raised in a test to skip it."""


class _ShouldStop(Exception):
  """The test ends here."""


class _UnexpectedSuccess(Exception):
  """The test was expected to fail."""


class _Outcome:
  """How one test went so far, over setUp(), the method, tearDown() and cleanups."""

  def __init__(self, result=None):
    self.expecting_failure = False
    self.result = result
    self.result_supports_subtests = hasattr(result, "addSubTest")
    self.success = True
    self.expectedFailure = None

  @contextlib.contextmanager
  def testPartExecutor(self, test_case, subTest=False):
    before = self.success
    self.success = True
    try:
      yield
    except KeyboardInterrupt:
      raise
    except SkipTest as skip:
      self.success = False
      _add_skip(self.result, test_case, str(skip))
    except _ShouldStop:
      pass
    except:
      exc_info = sys.exc_info()
      if self.expecting_failure:
        self.expectedFailure = exc_info
      else:
        self.success = False
        if subTest:
          self.result.addSubTest(test_case.test_case, test_case, exc_info)
        else:
          _add_error(self.result, test_case, exc_info)
      exc_info = None
    else:
      if subTest and self.success:
        self.result.addSubTest(test_case.test_case, test_case, None)
    finally:
      self.success = self.success and before


def _add_skip(result, test_case, reason):
  add = getattr(result, "addSkip", None)
  if add is not None:
    add(test_case, reason)
  else:
    warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
    result.addSuccess(test_case)


def _add_error(result, test, exc_info):
  if result is not None and exc_info is not None:
    add = result.addFailure if issubclass(exc_info[0], test.failureException) else result.addError
    add(test, exc_info)


def _enter_context(cm, add_cleanup):
  cls = type(cm)
  try:
    enter, exit = cls.__enter__, cls.__exit__
  except AttributeError:
    raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
  result = enter(cm)
  add_cleanup(exit, cm, None, None, None)
  return result


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
  """A call to make after the tests of the module, also if setUpModule() fails."""
  _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
  """Enters a context that lasts until the tests of the module have run."""
  return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
  """Makes the calls of addModuleCleanup(), the last one first."""
  errors = []
  while _module_cleanups:
    function, args, kwargs = _module_cleanups.pop()
    try:
      function(*args, **kwargs)
    except Exception as error:
      errors.append(error)
  if errors:
    raise errors[0]


def skip(reason):
  """Decorator: the test is skipped."""
  def decorator(test_item):
    if not isinstance(test_item, type):
      @functools.wraps(test_item)
      def skip_wrapper(*args, **kwargs):
        raise SkipTest(reason)
      test_item = skip_wrapper
    test_item.__unittest_skip__ = True
    test_item.__unittest_skip_why__ = reason
    return test_item

  if isinstance(reason, types.FunctionType):
    test_item, reason = reason, ""
    return decorator(test_item)
  return decorator


def _unchanged(obj):
  return obj


def skipIf(condition, reason):
  """Decorator: the test is skipped if the condition is true."""
  return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
  """Decorator: the test is skipped unless the condition is true."""
  return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
  """Decorator: the test counts as a success if it fails."""
  test_item.__unittest_expecting_failure__ = True
  return test_item


class TestCase(_Assertions):
  """Base of test classes; the methods whose names begin with "test" are the tests."""

  def __init_subclass__(cls, *args, **kwargs):
    cls._classSetupFailed = False
    cls._class_cleanups = []
    super().__init_subclass__(*args, **kwargs)

  def __init__(self, methodName="runTest"):
    self._testMethodName = methodName
    self._outcome = None
    self._testMethodDoc = "No test"
    try:
      method = getattr(self, methodName)
    except AttributeError:
      if methodName != "runTest":
        # A case without a method can still be used for its assertions.
        raise ValueError(f"no such test method in {self.__class__}: {methodName}")
    else:
      self._testMethodDoc = method.__doc__
    self._cleanups = []
    self._subtest = None
    self._type_equality_funcs = {dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
                                 frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

  def addTypeEqualityFunc(self, typeobj, function):
    """The function that assertEqual() uses for two objects of the type."""
    self._type_equality_funcs[typeobj] = function

  def addCleanup(self, function, /, *args, **kwargs):
    """A call to make after tearDown(), also if the test fails; the last one first."""
    self._cleanups.append((function, args, kwargs))

  def enterContext(self, cm):
    """Enters a context that lasts until the end of the test."""
    return _enter_context(cm, self.addCleanup)

  @classmethod
  def addClassCleanup(cls, function, /, *args, **kwargs):
    """A call to make after the tests of the class, also if setUpClass() fails."""
    cls._class_cleanups.append((function, args, kwargs))

  @classmethod
  def enterClassContext(cls, cm):
    """Enters a context that lasts until the tests of the class have run."""
    return _enter_context(cm, cls.addClassCleanup)

  def setUp(self):
    """Called before each test."""

  def tearDown(self):
    """Called after each test."""

  @classmethod
  def setUpClass(cls):
    """Called before the tests of the class."""

  @classmethod
  def tearDownClass(cls):
    """Called after the tests of the class."""

  def countTestCases(self):
    return 1

  def defaultTestResult(self):
    """The result to use if run() is given none."""
    from unittest.result import TestResult
    return TestResult()

  def shortDescription(self):
    """The first line of the method's docstring, or None."""
    doc = self._testMethodDoc
    return doc.strip().split("\n")[0].strip() if doc else None

  def id(self):
    """The full name of the test."""
    return f"{strclass(self.__class__)}.{self._testMethodName}"

  def __eq__(self, other):
    if type(self) is not type(other):
      return NotImplemented
    return self._testMethodName == other._testMethodName

  def __hash__(self):
    return hash((type(self), self._testMethodName))

  def __str__(self):
    return f"{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})"

  def __repr__(self):
    return f"<{strclass(self.__class__)} testMethod={self._testMethodName}>"

  @contextlib.contextmanager
  def subTest(self, msg=_subtest_msg_sentinel, **params):
    """A part of a test that fails on its own; the test goes on after it."""
    if self._outcome is None or not self._outcome.result_supports_subtests:
      yield
      return
    parent = self._subtest
    if parent is not None:
      # Parameters of outer parts follow those of inner ones.
      params = params | {name: value for name, value in parent.params.items() if name not in params}
    self._subtest = _SubTest(self, msg, params)
    try:
      with self._outcome.testPartExecutor(self._subtest, subTest=True):
        yield
      if not self._outcome.success:
        result = self._outcome.result
        if result is not None and result.failfast:
          raise _ShouldStop
      elif self._outcome.expectedFailure:
        raise _ShouldStop
    finally:
      self._subtest = parent

  def _add_expected_failure(self, result, exc_info):
    add = getattr(result, "addExpectedFailure", None)
    if add is None:
      warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
      result.addSuccess(self)
    else:
      add(self, exc_info)

  def _add_unexpected_success(self, result):
    add = getattr(result, "addUnexpectedSuccess", None)
    if add is not None:
      add(self)
      return
    warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
    try:
      raise _UnexpectedSuccess from None
    except _UnexpectedSuccess:
      result.addFailure(self, sys.exc_info())

  def _callSetUp(self):
    self.setUp()

  def _callTestMethod(self, method):
    if method() is not None:
      warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning, stacklevel=3)

  def _callTearDown(self):
    self.tearDown()

  def _callCleanup(self, function, /, *args, **kwargs):
    function(*args, **kwargs)

  def _skip_reason(self, method):
    """Why decorators skip the test; None if they do not."""
    cls = self.__class__
    if getattr(cls, "__unittest_skip__", False) or getattr(method, "__unittest_skip__", False):
      return getattr(cls, "__unittest_skip_why__", "") or getattr(method, "__unittest_skip_why__", "")
    return None

  def run(self, result=None):
    """Runs the test and reports to the result."""
    stop_run = None
    if result is None:
      result = self.defaultTestResult()
      start_run = getattr(result, "startTestRun", None)
      stop_run = getattr(result, "stopTestRun", None)
      if start_run is not None:
        start_run()
    result.startTest(self)
    try:
      method = getattr(self, self._testMethodName)
      reason = self._skip_reason(method)
      if reason is not None:
        _add_skip(result, self, reason)
        return result
      expecting_failure = (getattr(self, "__unittest_expecting_failure__", False) or
                           getattr(method, "__unittest_expecting_failure__", False))
      outcome = _Outcome(result)
      try:
        self._outcome = outcome
        with outcome.testPartExecutor(self):
          self._callSetUp()
        if outcome.success:
          outcome.expecting_failure = expecting_failure
          with outcome.testPartExecutor(self):
            self._callTestMethod(method)
          outcome.expecting_failure = False
          with outcome.testPartExecutor(self):
            self._callTearDown()
        self.doCleanups()
        if outcome.success:
          if not expecting_failure:
            result.addSuccess(self)
          elif outcome.expectedFailure:
            self._add_expected_failure(result, outcome.expectedFailure)
          else:
            self._add_unexpected_success(result)
        return result
      finally:
        # Exceptions refer to frames, and those to the test: the circle is cut here.
        outcome.expectedFailure = None
        outcome = None
        self._outcome = None
    finally:
      result.stopTest(self)
      if stop_run is not None:
        stop_run()

  def doCleanups(self):
    """Makes the calls of addCleanup()."""
    outcome = self._outcome or _Outcome()
    while self._cleanups:
      function, args, kwargs = self._cleanups.pop()
      with outcome.testPartExecutor(self):
        self._callCleanup(function, *args, **kwargs)
    return outcome.success

  @classmethod
  def doClassCleanups(cls):
    """Makes the calls of addClassCleanup()."""
    cls.tearDown_exceptions = []
    while cls._class_cleanups:
      function, args, kwargs = cls._class_cleanups.pop()
      try:
        function(*args, **kwargs)
      except Exception:
        cls.tearDown_exceptions.append(sys.exc_info())

  def __call__(self, *args, **kwds):
    return self.run(*args, **kwds)

  def debug(self):
    """Runs the test without collecting errors: they are raised."""
    method = getattr(self, self._testMethodName)
    reason = self._skip_reason(method)
    if reason is not None:
      raise SkipTest(reason)
    self._callSetUp()
    self._callTestMethod(method)
    self._callTearDown()
    while self._cleanups:
      function, args, kwargs = self._cleanups.pop()
      self._callCleanup(function, *args, **kwargs)

  def skipTest(self, reason):
    """Skips the test from here on."""
    raise SkipTest(reason)


TestCase._classSetupFailed = False
TestCase._class_cleanups = []


class FunctionTestCase(TestCase):
  """A test case around a function."""

  def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
    super().__init__()
    self._setUpFunc = setUp
    self._tearDownFunc = tearDown
    self._testFunc = testFunc
    self._description = description

  def setUp(self):
    if self._setUpFunc is not None:
      self._setUpFunc()

  def tearDown(self):
    if self._tearDownFunc is not None:
      self._tearDownFunc()

  def runTest(self):
    self._testFunc()

  def id(self):
    return self._testFunc.__name__

  def _identity(self):
    return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

  def __eq__(self, other):
    if not isinstance(other, self.__class__):
      return NotImplemented
    return self._identity() == other._identity()

  def __hash__(self):
    return hash((type(self), *self._identity()))

  def __str__(self):
    return f"{strclass(self.__class__)} ({self._testFunc.__name__})"

  def __repr__(self):
    return f"<{strclass(self.__class__)} tec={self._testFunc}>"

  def shortDescription(self):
    if self._description is not None:
      return self._description
    doc = self._testFunc.__doc__
    return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
  """A part of a test, for reports."""

  def __init__(self, test_case, message, params):
    super().__init__()
    self._message = message
    self.test_case = test_case
    self.params = params
    self.failureException = test_case.failureException

  def runTest(self):
    raise NotImplementedError("subtests cannot be run directly")

  def _subDescription(self):
    parts = []
    if self._message is not _subtest_msg_sentinel:
      parts.append(f"[{self._message}]")
    if self.params:
      parts.append("(%s)" % ", ".join([f"{name}={value!r}" for name, value in self.params.items()]))
    return " ".join(parts) or "(<subtest>)"

  def id(self):
    return f"{self.test_case.id()} {self._subDescription()}"

  def shortDescription(self):
    return self.test_case.shortDescription()

  def __str__(self):
    return f"{self.test_case} {self._subDescription()}"
