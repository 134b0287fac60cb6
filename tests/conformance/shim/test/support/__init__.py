"""Helpers of the regression tests that do not depend on the interpreter's implementation."""

import contextlib
import functools
import gc
import importlib.util
import io
import os
import sys
import time
import types
import unittest

verbose = 0
use_resources = None
max_memuse = 0
real_max_memuse = 0
failfast = False
has_fork_support = has_subprocess_support = has_socket_support = True
is_emscripten = is_wasi = is_android = is_jython = False
MS_WINDOWS = False
unix_shell = "/bin/sh"
TEST_HOME_DIR = os.path.dirname(__file__)
REPO_ROOT = os.path.dirname(os.path.dirname(TEST_HOME_DIR))
Py_DEBUG = False
PGO = False
SOCK_MAX_SIZE = 16 * 1024 * 1024 + 1
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
LOOPBACK_TIMEOUT = 5.0
INTERNET_TIMEOUT = 60.0
HAVE_DOCSTRINGS = True
MISSING_C_DOCSTRINGS = False
SAVEDCWD = os.getcwd()
_1M = 1024 * 1024
_1G = 1024 * _1M
_2G = 2 * _1G
_4G = 4 * _1G
C_RECURSION_LIMIT = 1500
EXCEEDS_RECURSION_LIMIT = 5000


class Error(Exception):
  pass


class TestFailed(Error):
  pass


class ResourceDenied(unittest.SkipTest):
  pass


def _skipping(reason):
  """A decorator that skips."""
  def decorator(*args, **kwargs):
    if len(args) == 1 and callable(args[0]) and not kwargs:
      return unittest.skip(reason)(args[0])
    return unittest.skip(reason)
  return decorator


def _unchanged(*args, **kwargs):
  if len(args) == 1 and callable(args[0]) and not kwargs:
    return args[0]
  return lambda item: item


cpython_only = refcount_test = no_tracing = requires_type_collecting = requires_specialization = _skipping("implementation")
bigaddrspacetest = _skipping("needs much memory")
impl_detail = _skipping("implementation")
requires_IEEE_754 = requires_docstrings = requires_subprocess_ = reap_threads = _unchanged
requires_zlib = requires_gzip = lambda reason="": lambda item: item
requires_bz2, requires_lzma = (
  lambda reason="", name=name: unittest.skipUnless(importlib.util.find_spec(name), "needs module " + name) for name in ("bz2", "lzma"))
anticipate_failure = lambda condition: unittest.expectedFailure if condition else lambda item: item
requires_mac_ver = requires_linux_version = requires_freebsd_version = lambda *args: lambda item: item
skip_if_sanitizer = skip_if_broken_multiprocessing_synchronize = lambda *args, **kwargs: lambda item: item
skip_emscripten_stack_overflow = skip_wasi_stack_overflow = lambda: lambda item: item


def requires_debug_ranges(reason=""):
  return lambda item: item


def has_no_debug_ranges():
  return False


class SuppressCrashReport:
  def __enter__(self):
    return self

  def __exit__(self, *exc_info):
    pass


def get_attribute(obj, name):
  try:
    return getattr(obj, name)
  except AttributeError:
    raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def requires_fork():
  return lambda item: item


def requires_subprocess():
  return lambda item: item


def requires_working_socket(*, module=False):
  return None if module else lambda item: item


def requires_resource(resource):
  return unittest.skip(f"resource {resource} is not enabled")


def requires(resource, msg=None):
  if resource != "network":  # Servers on this machine.
    raise ResourceDenied(msg or f"Use of the {resource!r} resource not enabled")


def is_resource_enabled(resource):
  return False


def bigmemtest(size, memuse, dry_run=True):
  def decorator(function):
    @functools.wraps(function)
    def wrapper(self):
      return function(self, 5147)
    return wrapper
  return decorator


@contextlib.contextmanager
def run_with_locale(*args):
  yield  # there is one locale



def run_with_tz(zone):
  def decorator(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
      before = os.environ.get("TZ")
      os.environ["TZ"] = zone
      time.tzset()
      try:
        return function(*args, **kwargs)
      finally:
        if before is None:
          del os.environ["TZ"]
        else:
          os.environ["TZ"] = before
        time.tzset()
    return wrapper
  return decorator


def check_impl_detail(**guards):
  return not guards.pop("cpython", True) if guards else False


def gc_collect():
  for _ in range(3):
    gc.collect()


@contextlib.contextmanager
def disable_gc():
  enabled = gc.isenabled()
  gc.disable()
  try:
    yield
  finally:
    if enabled:
      gc.enable()


@contextlib.contextmanager
def captured_output(name):
  original = getattr(sys, name)
  setattr(sys, name, io.StringIO())
  try:
    yield getattr(sys, name)
  finally:
    setattr(sys, name, original)


def captured_stdout():
  return captured_output("stdout")


def captured_stderr():
  return captured_output("stderr")


def captured_stdin():
  return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(obj, attr, new_val):
  if hasattr(obj, attr):
    real = getattr(obj, attr)
    setattr(obj, attr, new_val)
    try:
      yield real
    finally:
      setattr(obj, attr, real)
  else:
    setattr(obj, attr, new_val)
    try:
      yield
    finally:
      if hasattr(obj, attr):
        delattr(obj, attr)


@contextlib.contextmanager
def swap_item(obj, item, new_val):
  had, real = item in obj, obj.get(item)
  obj[item] = new_val
  try:
    yield real
  finally:
    if had:
      obj[item] = real
    else:
      obj.pop(item, None)


def patch(test_instance, object_to_patch, attr_name, new_value):
  old = getattr(object_to_patch, attr_name)
  test_instance.addCleanup(setattr, object_to_patch, attr_name, old)
  setattr(object_to_patch, attr_name, new_value)


@contextlib.contextmanager
def infinite_recursion(max_depth=75):
  limit = sys.getrecursionlimit()
  sys.setrecursionlimit(max_depth + 100)
  try:
    yield
  finally:
    sys.setrecursionlimit(limit)


@contextlib.contextmanager
def set_recursion_limit(limit):
  before = sys.getrecursionlimit()
  sys.setrecursionlimit(limit)
  try:
    yield
  finally:
    sys.setrecursionlimit(before)


@contextlib.contextmanager
def adjust_int_max_str_digits(max_digits):
  before = sys.get_int_max_str_digits()
  sys.set_int_max_str_digits(max_digits)
  try:
    yield
  finally:
    sys.set_int_max_str_digits(before)


def get_attribute(obj, name):
  try:
    return getattr(obj, name)
  except AttributeError:
    raise unittest.SkipTest(f"object {obj!r} has no attribute {name!r}")


def findfile(filename, subdir=None):
  folders = [TEST_HOME_DIR, *sys.modules["test"].__path__]
  paths = [os.path.join(folder, subdir or "", filename) for folder in folders]
  return next((path for path in paths if os.path.exists(path)), paths[0])


def sortdict(dict):
  return "{%s}" % ", ".join([f"{key!r}: {value!r}" for key, value in sorted(dict.items())])


def check_syntax_error(testcase, statement, errtext="", *, lineno=None, offset=None):
  with testcase.assertRaisesRegex(SyntaxError, errtext):
    compile(statement, "<test string>", "exec")


def check_free_after_iterating(test, iter, cls, args=()):
  raise unittest.SkipTest("implementation")


def check_disallow_instantiation(testcase, tp, *args, **kwds):
  testcase.assertRaises(TypeError, tp, *args, **kwds)


def check_sizeof(test, o, size):
  raise unittest.SkipTest("implementation")


def check__all__(test_case, module, name_of_module=None, extra=(), not_exported=()):
  names = name_of_module if isinstance(name_of_module, tuple) else (name_of_module or module.__name__,)
  expected = set(extra)
  for name in dir(module):
    if name.startswith("_") or name in not_exported:
      continue
    obj = getattr(module, name)
    if getattr(obj, "__module__", None) in names or not hasattr(obj, "__module__") and not isinstance(obj, types.ModuleType):
      expected.add(name)
  test_case.assertCountEqual(module.__all__, expected)


class catch_unraisable_exception:
  """The last exception that was written because nobody could catch it, in `unraisable`."""

  def __enter__(self):
    self.unraisable = None
    self._hook = sys.unraisablehook
    sys.unraisablehook = self._keep
    return self

  def _keep(self, unraisable):
    self.unraisable = unraisable

  def __exit__(self, *exc_info):
    sys.unraisablehook = self._hook
    del self.unraisable


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
  import time
  delay = init_delay
  for _ in busy_retry(timeout, err_msg, error=error):
    yield
    time.sleep(delay)
    delay = min(delay * 2, max_delay)


def busy_retry(timeout, err_msg=None, /, *, error=True):
  import time
  deadline = time.monotonic() + timeout
  while time.monotonic() < deadline:
    yield
  if error:
    raise AssertionError(err_msg or "timeout")


def wait_process(pid, *, exitcode, timeout=None):
  _, status = os.waitpid(pid, 0)
  if os.waitstatus_to_exitcode(status) != exitcode:
    raise AssertionError(f"process {pid} ended with {status}")


def run_in_subinterp(code):
  raise unittest.SkipTest("implementation")


def load_package_tests(pkg_dir, loader, standard_tests, pattern):
  standard_tests.addTests(loader.discover(start_dir=pkg_dir, top_level_dir=os.path.dirname(os.path.dirname(pkg_dir)), pattern=pattern or "test*"))
  return standard_tests


class Matcher:
  """Compares records with values; some are only parts of texts."""

  _partial_matches = ("msg", "message")

  def matches(self, d, **kwargs):
    return all(self.match_value(key, d.get(key), value) for key, value in kwargs.items())

  def match_value(self, k, dv, v):
    if type(v) is not type(dv):
      return False
    return v == dv if type(dv) is not str or k not in self._partial_matches else v in dv


class _AlwaysEqual:
  def __eq__(self, other):
    return True

  def __ne__(self, other):
    return False


class _NeverEqual:
  def __eq__(self, other):
    return False

  def __ne__(self, other):
    return True

  def __hash__(self):
    return 1


@functools.total_ordering
class _Largest:
  def __eq__(self, other):
    return isinstance(other, _Largest)

  def __lt__(self, other):
    return False


@functools.total_ordering
class _Smallest:
  def __eq__(self, other):
    return isinstance(other, _Smallest)

  def __gt__(self, other):
    return False


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


MAX_Py_ssize_t = sys.maxsize
setswitchinterval = sys.setswitchinterval
skip_if_pgo_task = _unchanged
skip_if_buggy_ucrt_strfptime = _unchanged


def run_unittest(*classes):
  raise unittest.SkipTest("files run themselves")


def run_doctest(module, verbosity=None, optionflags=0):
  import doctest
  return doctest.testmod(module, optionflags=optionflags)
requires_legacy_unicode_capi = _unchanged


def check_sanitizer(**kinds):
  return False
darwin_malloc_err_warning = None


def open_urlresource(url, *args, **kwargs):
  raise unittest.SkipTest("no files from the network")


PIPE_MAX_SIZE = 4 * 1024 * 1024 + 1


def reap_children():
  """Child processes are waited for by the loop."""


def maybe_get_event_loop_policy():
  import asyncio.events
  return getattr(asyncio.events, "_event_loop_policy", None)

has_strftime_extensions = True


def subTests(names, values, /, *, _do_cleanups=False):
  names = names.replace(",", " ").split() if isinstance(names, str) else names

  def decorator(function):
    @functools.wraps(function)
    def wrapper(self):
      for value in values:
        given = dict(zip(names, value if len(names) > 1 else (value,)))
        with self.subTest(**given):
          function(self, **given)
    return wrapper
  return decorator


system_must_validate_cert = _unchanged


def control_characters_c0():
  return [chr(code) for code in (*range(32), 127)]

HAVE_ASAN_FORK_BUG = False
