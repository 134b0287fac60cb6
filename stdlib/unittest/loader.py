"""Finding tests: in classes, modules, by name, in folders."""

import functools
import os
import sys
import types
import warnings

from unittest import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
  """Stands for tests that could not be loaded, and fails with the reason."""

  _testMethodName = None

  def __init__(self, method_name, exception):
    self._exception = exception
    super().__init__(method_name)

  def __getattr__(self, name):
    if name != self._testMethodName:
      return super().__getattribute__(name)

    def testFailure():
      raise self._exception
    return testFailure


def _failed_test(name, exception, suite_class, message):
  return suite_class((_FailedTest(name, exception),)), message


def _failed_import(name, suite_class):
  import traceback
  message = f"Failed to import test module: {name}\n{traceback.format_exc()}"
  return _failed_test(name, ImportError(message), suite_class, message)


def _failed_load_tests(name, exception, suite_class):
  import traceback
  message = f"Failed to call load_tests:\n{traceback.format_exc()}"
  return _failed_test(name, exception, suite_class, message)


def _skipped_test(name, exception, suite_class):
  @case.skip(str(exception))
  def testSkipped(self):
    pass
  return suite_class((type("ModuleSkipped", (case.TestCase,), {name: testSkipped})(name),))


def _is_test_class(obj):
  return isinstance(obj, type) and issubclass(obj, case.TestCase) and obj not in (case.TestCase, case.FunctionTestCase)


def _is_module_file(name):
  stem, extension = os.path.splitext(name)
  return extension.lower() == ".py" and stem.isidentifier() and stem[0] not in "0123456789"


def _without_extension(path):
  return os.path.splitext(path)[0]


class TestLoader:
  """Makes suites of the tests it finds."""

  testMethodPrefix = "test"
  sortTestMethodsUsing = staticmethod(util.three_way_cmp)
  testNamePatterns = None
  suiteClass = suite.TestSuite
  _top_level_dir = None

  def __init__(self):
    self.errors = []
    self._loading_packages = set()

  def loadTestsFromTestCase(self, testCaseClass):
    """The tests of a class."""
    if issubclass(testCaseClass, suite.TestSuite):
      raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
    if testCaseClass in (case.TestCase, case.FunctionTestCase):
      names = []
    else:
      names = self.getTestCaseNames(testCaseClass)
      if not names and hasattr(testCaseClass, "runTest"):
        names = ["runTest"]
    return self.suiteClass(map(testCaseClass, names))

  def loadTestsFromModule(self, module, *args, pattern=None, **kws):
    """The tests of a module; its load_tests() may change them."""
    if args or "use_load_tests" in kws:
      warnings.warn("use_load_tests is deprecated and ignored", DeprecationWarning)
      kws.pop("use_load_tests", None)
    if len(args) > 1:
      raise TypeError(f"loadTestsFromModule() takes 1 positional argument but {len(args) + 1} were given")
    if kws:
      raise TypeError(f"loadTestsFromModule() got an unexpected keyword argument '{min(kws)}'")
    found = [getattr(module, name) for name in dir(module)]
    tests = self.suiteClass([self.loadTestsFromTestCase(obj) for obj in found if _is_test_class(obj)])
    load_tests = getattr(module, "load_tests", None)
    if load_tests is not None:
      try:
        return load_tests(self, tests, pattern)
      except Exception as error:
        failed, message = _failed_load_tests(module.__name__, error, self.suiteClass)
        self.errors.append(message)
        return failed
    return tests

  def loadTestsFromName(self, name, module=None):
    """The tests of a module, class, method or function, given by its dotted name."""
    parts = name.split(".")
    failed = message = None
    if module is None:
      tried = parts[:]
      while tried:
        try:
          module = __import__(".".join(tried))
          break
        except ImportError:
          failed, message = _failed_import(tried.pop(), self.suiteClass)
          if not tried:
            self.errors.append(message)
            return failed
      parts = parts[1:]
    parent, obj = None, module
    for part in parts:
      try:
        parent, obj = obj, getattr(obj, part)
      except AttributeError as error:
        if getattr(obj, "__path__", None) is None or failed is None:
          import traceback
          failed, message = _failed_test(part, error, self.suiteClass, f"Failed to access attribute:\n{traceback.format_exc()}")
        self.errors.append(message)
        return failed
    return self._tests_of_object(obj, parent, parts)

  def _tests_of_object(self, obj, parent, parts):
    if isinstance(obj, types.ModuleType):
      return self.loadTestsFromModule(obj)
    if _is_test_class(obj):
      return self.loadTestsFromTestCase(obj)
    if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
      test = parent(parts[-1])
      if not isinstance(getattr(test, parts[-1]), types.FunctionType):
        return self.suiteClass([test])
    elif isinstance(obj, suite.TestSuite):
      return obj
    if not callable(obj):
      raise TypeError(f"don't know how to make test from: {obj}")
    test = obj()
    if isinstance(test, suite.TestSuite):
      return test
    if isinstance(test, case.TestCase):
      return self.suiteClass([test])
    raise TypeError(f"calling {obj} returned {test}, not a test")

  def loadTestsFromNames(self, names, module=None):
    """The tests of several names."""
    return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

  def getTestCaseNames(self, testCaseClass):
    """The sorted names of the test methods of a class."""
    def is_test(name):
      if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
        return False
      if self.testNamePatterns is None:
        return True
      from fnmatch import fnmatchcase
      full_name = f"{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}"
      return any(fnmatchcase(full_name, pattern) for pattern in self.testNamePatterns)

    names = list(filter(is_test, dir(testCaseClass)))
    if self.sortTestMethodsUsing:
      names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
    return names

  # Discovery.

  def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
    """The tests of all modules below a folder whose file names match the pattern."""
    implicit_top = False
    if top_level_dir is None:
      if self._top_level_dir is not None:
        top_level_dir = self._top_level_dir
      else:
        implicit_top = True
        top_level_dir = start_dir
    top_level_dir = os.path.abspath(top_level_dir)
    if top_level_dir not in sys.path:
      # All modules must be importable from there; in front, so that no others are found.
      sys.path.insert(0, top_level_dir)
    self._top_level_dir = top_level_dir
    importable = True
    if os.path.isdir(os.path.abspath(start_dir)):
      start_dir = os.path.abspath(start_dir)
      if start_dir != top_level_dir:
        importable = os.path.isfile(os.path.join(start_dir, "__init__.py"))
    else:
      # Not a folder: the name of a package.
      try:
        __import__(start_dir)
      except ImportError:
        importable = False
      else:
        module = sys.modules[start_dir]
        top_part = start_dir.split(".")[0]
        file = getattr(module, "__file__", None)
        if file is None:
          if module.__name__ in sys.builtin_module_names:
            raise TypeError("Can not use builtin modules as dotted module names") from None
          raise TypeError(f"don't know how to discover from {module!r}") from None
        start_dir = os.path.abspath(os.path.dirname(file))
        if implicit_top:
          self._top_level_dir = self._folder_of_module(top_part)
          sys.path.remove(top_level_dir)
    if not importable:
      raise ImportError(f"Start directory is not importable: {start_dir!r}")
    return self.suiteClass(list(self._find_tests(start_dir, pattern)))

  def _folder_of_module(self, name):
    path = os.path.abspath(sys.modules[name].__file__)
    folder = os.path.dirname(path)
    return os.path.dirname(folder) if os.path.basename(path).lower().startswith("__init__.py") else folder

  def _get_name_from_path(self, path):
    if path == self._top_level_dir:
      return "."
    relative = os.path.relpath(_without_extension(os.path.normpath(path)), self._top_level_dir)
    assert not os.path.isabs(relative), "Path must be within the project"
    assert not relative.startswith(".."), "Path must be within the project"
    return relative.replace(os.path.sep, ".")

  def _match_path(self, path, full_path, pattern):
    from fnmatch import fnmatch
    return fnmatch(path, pattern)

  def _find_tests(self, start_dir, pattern):
    name = self._get_name_from_path(start_dir)
    if name != "." and name not in self._loading_packages:
      # A package has a say in how it is loaded.
      tests, recurse = self._find_test_path(start_dir, pattern)
      if tests is not None:
        yield tests
      if not recurse:
        return
    for name in sorted(os.listdir(start_dir)):
      path = os.path.join(start_dir, name)
      tests, recurse = self._find_test_path(path, pattern)
      if tests is not None:
        yield tests
      if recurse:
        name = self._get_name_from_path(path)
        self._loading_packages.add(name)
        try:
          yield from self._find_tests(path, pattern)
        finally:
          self._loading_packages.discard(name)

  def _import(self, path):
    """(module, None) of a path, or (None, tests that stand for the reason)."""
    name = self._get_name_from_path(path)
    try:
      __import__(name)
      return sys.modules[name], None
    except case.SkipTest as skip:
      return None, _skipped_test(name, skip, self.suiteClass)
    except:
      failed, message = _failed_import(name, self.suiteClass)
      self.errors.append(message)
      return None, failed

  def _find_test_path(self, path, pattern):
    """(tests or None, whether to look into the folder)."""
    base = os.path.basename(path)
    if os.path.isfile(path):
      if not _is_module_file(base) or not self._match_path(base, path, pattern):
        return None, False
      module, failed = self._import(path)
      if module is None:
        return failed, False
      found = _without_extension(os.path.realpath(os.path.abspath(getattr(module, "__file__", path))))
      if found.lower() != _without_extension(os.path.realpath(path)).lower():
        raise ImportError(f"{_without_extension(base)!r} module incorrectly imported from {os.path.dirname(found)!r}. "
                          f"Expected {os.path.dirname(path)!r}. Is this module globally installed?")
      return self.loadTestsFromModule(module, pattern=pattern), False
    if not os.path.isdir(path) or not os.path.isfile(os.path.join(path, "__init__.py")):
      return None, False
    package, failed = self._import(path)
    if package is None:
      return failed, False
    name = self._get_name_from_path(path)
    self._loading_packages.add(name)
    try:
      # A package with load_tests() finds its modules itself.
      tests = self.loadTestsFromModule(package, pattern=pattern)
      return tests, getattr(package, "load_tests", None) is None
    finally:
      self._loading_packages.discard(name)


defaultTestLoader = TestLoader()


def _old_function(name, method):
  """A function from before loaders had methods (deprecated)."""
  def function(subject, prefix="test", sortUsing=util.three_way_cmp, suiteClass=suite.TestSuite, testNamePatterns=None):
    warnings.warn(f"unittest.{name}() is deprecated and will be removed in Python 3.13. Please use unittest.TestLoader.{method}() instead.",
                  DeprecationWarning, stacklevel=2)
    loader = TestLoader()
    loader.sortTestMethodsUsing = sortUsing
    loader.testMethodPrefix = prefix
    loader.suiteClass = suiteClass
    loader.testNamePatterns = testNamePatterns
    return getattr(loader, method)(subject)
  function.__name__ = name
  return function


makeSuite = _old_function("makeSuite", "loadTestsFromTestCase")
getTestCaseNames = _old_function("getTestCaseNames", "getTestCaseNames")
findTestCases = _old_function("findTestCases", "loadTestsFromModule")
