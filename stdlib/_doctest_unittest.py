"""Doctests as test cases of unittest; see doctest.DocTestSuite."""

import unittest
from io import StringIO

import doctest

__name__ = "doctest"


class DocTestCase(unittest.TestCase):
  """The examples of one docstring."""

  def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
    super().__init__()
    self._dt_optionflags = optionflags
    self._dt_checker = checker
    self._dt_test = test
    self._dt_setUp = setUp
    self._dt_tearDown = tearDown

  def setUp(self):
    self._dt_globs = self._dt_test.globs.copy()
    if self._dt_setUp is not None:
      self._dt_setUp(self._dt_test)

  def tearDown(self):
    if self._dt_tearDown is not None:
      self._dt_tearDown(self._dt_test)
    self._dt_test.globs.clear()
    self._dt_test.globs.update(self._dt_globs)

  def runTest(self):
    options = self._dt_optionflags
    if not options & doctest.REPORTING_FLAGS:
      options |= doctest._unittest_reportflags
    runner = doctest.DocTestRunner(optionflags=options, checker=self._dt_checker, verbose=False)
    runner.DIVIDER = "-" * 70
    report = StringIO()
    failures, _ = runner.run(self._dt_test, out=report.write, clear_globs=False)
    if failures:
      raise self.failureException(self.format_failure(report.getvalue()))

  def format_failure(self, err):
    test = self._dt_test
    lineno = "unknown line number" if test.lineno is None else f"{test.lineno}"
    return (f"Failed doctest test for {test.name}\n  File \"{test.filename}\", line {lineno}, in {test.name.split('.')[-1]}\n\n{err}")

  def debug(self):
    self.setUp()
    runner = doctest.DebugRunner(optionflags=self._dt_optionflags, checker=self._dt_checker, verbose=False)
    runner.run(self._dt_test, clear_globs=False)
    self.tearDown()

  def id(self):
    return self._dt_test.name

  def __eq__(self, other):
    if type(self) is not type(other):
      return NotImplemented
    return self._dt_test == other._dt_test and self._dt_optionflags == other._dt_optionflags

  def __hash__(self):
    return hash((self._dt_optionflags, self._dt_setUp, self._dt_tearDown, self._dt_checker))

  def __repr__(self):
    name = self._dt_test.name.split(".")
    return f"{name[-1]} ({'.'.join(name[:-1])})"

  __str__ = object.__str__

  def shortDescription(self):
    return "Doctest: " + self._dt_test.name


class SkipDocTestCase(DocTestCase):
  """Stands for a module without docstrings."""

  def __init__(self, module):
    self.module = module
    super().__init__(None)

  def setUp(self):
    self.skipTest("DocTestSuite will not work with -O2 and above")

  def test_skip(self):
    pass

  def shortDescription(self):
    return f"Skipping tests from {self.module.__name__}"

  __str__ = shortDescription


class DocTestSuite(unittest.TestSuite):
  """Keeps its tests after the run."""

  def _removeTestAtIndex(self, index):
    pass


class DocFileCase(DocTestCase):
  """The examples of a text file."""

  def id(self):
    return "_".join(self._dt_test.name.split("."))

  def __repr__(self):
    return self._dt_test.filename

  def format_failure(self, err):
    return f'Failed doctest test for {self._dt_test.name}\n  File "{self._dt_test.filename}", line 0\n\n{err}'


def module_suite(module, globs, extraglobs, finder, options):
  """The tests of a module."""
  tests = finder.find(module, globs=globs, extraglobs=extraglobs)
  tests.sort()
  suite = DocTestSuite()
  for test in tests:
    if test.examples:
      if not test.filename:
        test.filename = module.__file__
      suite.addTest(DocTestCase(test, **options))
  return suite
