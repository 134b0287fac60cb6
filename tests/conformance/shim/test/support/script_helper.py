"""Scripts in processes of their own: tests of the command line, which are not run."""

import unittest


def _skip(*args, **kwargs):
  raise unittest.SkipTest("runs another interpreter")


assert_python_ok = assert_python_failure = spawn_python = kill_python = make_script = run_python_until_end = make_pkg = make_zip_script = _skip


def interpreter_requires_environment():
  return False
