"""Scripts in processes of their own."""

import collections
import os
import subprocess
import sys

Result = collections.namedtuple("Result", "rc out err")


def interpreter_requires_environment():
  return True


def spawn_python(*args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **kw):
  return subprocess.Popen([sys.executable, *args], stdin=subprocess.PIPE, stdout=stdout, stderr=stderr, **kw)


def kill_python(process):
  process.stdin.close()
  output = process.stdout.read()
  process.stdout.close()
  process.wait()
  return output


def run_python_until_end(*args, **env_vars):
  cwd = env_vars.pop("__cwd", None)
  env_vars.pop("__isolated", None)
  environment = {} if env_vars.pop("__cleanenv", None) else dict(os.environ)
  environment.update(env_vars)
  environment.setdefault("TERM", "")
  done = subprocess.run([sys.executable, "-X", "faulthandler", *args], stdin=subprocess.DEVNULL, capture_output=True, env=environment, cwd=cwd, timeout=60)
  return Result(done.returncode, done.stdout, done.stderr), None


def assert_python_ok(*args, **env_vars):
  result = run_python_until_end(*args, **env_vars)[0]
  if result.rc:
    raise AssertionError(f"ended with {result.rc}: {result.err.decode()}")
  return result


def assert_python_failure(*args, **env_vars):
  result = run_python_until_end(*args, **env_vars)[0]
  if not result.rc:
    raise AssertionError(f"did not fail: {result.err.decode()}")
  return result


def make_script(script_dir, script_basename, source, omit_suffix=False):
  path = os.path.join(script_dir, script_basename if omit_suffix else script_basename + ".py")
  with open(path, "w", encoding="utf-8") as file:
    file.write(source)
  return path


def make_pkg(pkg_dir, init_source=""):
  os.mkdir(pkg_dir)
  make_script(pkg_dir, "__init__", init_source)


def make_zip_script(*args, **kwargs):
  import unittest
  raise unittest.SkipTest("no programs in archives")


run_python = run_python_until_end
