"""Runs one file of CPython's regression tests; see README.md."""

import os
import sys
import tempfile
import unittest

folder, name, *options = sys.argv[1:]
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "shim"))
sys.argv[1:] = []
import only_in_cpython
import test

import test.support

test.__path__.append(folder)
test.support.TEST_HOME_DIR = folder


only_in_cpython.provide()
if "asyncio" in name:
  import asyncio_in_cpython
  asyncio_in_cpython.provide()


class Result(unittest.TestResult):
  """Counts the tests that passed."""

  def __init__(self):
    super().__init__()
    self.passed = 0

  def addSuccess(self, test):
    self.passed += 1

  def addExpectedFailure(self, test, err):
    self.passed += 1


def without_bases(suite):
  """The suite without the tests of classes that stand for two others, for the implementation in C and the one in Python."""
  kept = unittest.TestSuite()
  for item in suite:
    if isinstance(item, unittest.TestSuite):
      kept.addTest(without_bases(item))
      continue
    names = vars(sys.modules.get(type(item).__module__, sys))
    if not all(prefix + type(item).__name__ in names for prefix in ("C", "Py")):
      kept.addTest(item)
  return kept


loader = unittest.TestLoader()
result = Result()
path = list(sys.path)
# A package of tests would put it first, before the library that is tested.
sys.path.append(os.path.dirname(folder))
loaded = without_bases(loader.loadTestsFromName(f"test.{name}"))
sys.path[:] = path
total = loaded.countTestCases()
if name == "test_decimal":
  # Its test_main() does this.
  sys.modules["test.test_decimal"].init(sys.modules["test.test_decimal"].C)
with tempfile.TemporaryDirectory() as here:
  os.chdir(here)
  out, sys.stdout = sys.stdout, sys.stderr = sys.stdout, open(os.devnull, "w")
  try:
    loaded.run(result)
  finally:
    sys.stdout, sys.stderr = out, sys.__stderr__
    os.chdir("/")
skipped = len(result.skipped)
print(f"{name}: {result.passed}/{total - skipped} passed, {skipped} skipped", flush=True)
if options:
  for case, text in result.errors + result.failures:
    print("=" * 100)
    print(case)
    print(text)
sys.stdout.flush()
os._exit(0)
