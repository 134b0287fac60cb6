"""Where packages would be. Coil looks for modules beside the program, in COILPATH, and in its own library."""

import sys

__all__ = ["getsitepackages", "getusersitepackages", "getuserbase", "addsitedir"]

PREFIXES = [sys.prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def getsitepackages(prefixes=None):
  """The folders of installed packages: none."""
  return []


def getuserbase():
  """The folder of the user's packages."""
  import os.path
  global USER_BASE
  if USER_BASE is None:
    USER_BASE = os.path.expanduser("~/.local")
  return USER_BASE


def getusersitepackages():
  """The folder of the user's packages; it is not searched."""
  import os.path
  global USER_SITE
  if USER_SITE is None:
    USER_SITE = os.path.join(getuserbase(), "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
  return USER_SITE


def addsitedir(sitedir, known_paths=None):
  """Adds a folder to sys.path."""
  import os.path
  folder = os.path.abspath(sitedir)
  if os.path.isdir(folder) and folder not in sys.path:
    sys.path.append(folder)


def main():
  """Nothing: the paths are complete at the start."""


if __name__ == "__main__":
  import _command_lines
  _command_lines.site()
