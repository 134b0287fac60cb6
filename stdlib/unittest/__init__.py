"""Tests: classes of test methods, assertions with readable messages, a runner.

A file of tests:

    import unittest

    class SumTest(unittest.TestCase):
      def test_sum(self):
        self.assertEqual(sum([1, 2]), 3)

    if __name__ == "__main__":
      unittest.main()

IsolatedAsyncioTestCase runs methods that are coroutines. `coil -m unittest` finds and runs the tests of a folder.
"""

__all__ = ["TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader", "FunctionTestCase", "main",
           "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure", "TextTestResult", "installHandler",
           "registerResult", "removeResult", "removeHandler", "addModuleCleanup", "doModuleCleanups", "enterModuleContext",
           "getTestCaseNames", "makeSuite", "findTestCases"]

__unittest = True

from unittest.result import TestResult
from unittest.case import (addModuleCleanup, TestCase, FunctionTestCase, SkipTest, skip, skipIf, skipUnless, expectedFailure,
                           doModuleCleanups, enterModuleContext)
from unittest.suite import BaseTestSuite, TestSuite
from unittest.loader import TestLoader, defaultTestLoader, makeSuite, getTestCaseNames, findTestCases
from unittest.main import TestProgram, main
from unittest.runner import TextTestRunner, TextTestResult


def load_tests(loader, tests, pattern):
  import os.path
  return loader.discover(start_dir=os.path.dirname(__file__), pattern=pattern)


# What needs asyncio or signal, which most programs do not use here.
_LATER = {"IsolatedAsyncioTestCase": "async_case", "installHandler": "signals", "registerResult": "signals", "removeResult": "signals",
          "removeHandler": "signals"}


def __getattr__(name):
  if name in _LATER:
    import importlib
    value = globals()[name] = getattr(importlib.import_module(f"unittest.{_LATER[name]}"), name)
    return value
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
  return globals().keys() | _LATER.keys()
