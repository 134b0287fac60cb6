"""Runs one file of CPython's regression tests; see README.md."""

import os
import sys
import tempfile
import types
import unittest

folder, name, *options = sys.argv[1:]
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "shim"))
sys.argv[1:] = []
import http
import test

test.__path__.append(folder)


def absent_module(name):
  """Stands for a module that Coil does not have, so that a file that needs it for some of its tests can be imported."""
  module = types.ModuleType(name)
  module.__getattr__ = lambda attribute: type(attribute, (), {}) if attribute[:1].isupper() else None
  return module


for absent in ("socketserver", "http.server", "http.client", "wsgiref", "wsgiref.simple_server"):
  try:
    __import__(absent)
  except ImportError:
    sys.modules[absent] = absent_module(absent)
    package, _, attribute = absent.rpartition(".")
    if package:
      setattr(sys.modules[package], attribute, sys.modules[absent])


class Result(unittest.TestResult):
  """Counts the tests that passed."""

  def __init__(self):
    super().__init__()
    self.passed = 0

  def addSuccess(self, test):
    self.passed += 1

  def addExpectedFailure(self, test, err):
    self.passed += 1


def cases(suite):
  for item in suite:
    if isinstance(item, unittest.TestSuite):
      yield from cases(item)
    else:
      yield item


loader = unittest.TestLoader()
result = Result()
loaded = loader.loadTestsFromName(f"test.{name}")
total = loaded.countTestCases()
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
