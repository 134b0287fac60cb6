"""Paths and settings of the interpreter, as far as there are any."""

import sys

__all__ = ["get_config_h_filename", "get_config_var", "get_config_vars", "get_makefile_filename", "get_path", "get_path_names", "get_paths",
           "get_platform", "get_python_version", "get_scheme_names", "parse_config_h"]



def _prefix_layout():
  include = "include/python{py_version_short}{abiflags}"
  return {"stdlib": "{installed_base}/{platlibdir}/python{py_version_short}", "platstdlib": "{platbase}/{platlibdir}/python{py_version_short}",
          "purelib": "{base}/lib/python{py_version_short}/site-packages", "platlib": "{platbase}/{platlibdir}/python{py_version_short}/site-packages",
          "include": "{installed_base}/" + include, "platinclude": "{installed_platbase}/" + include, "scripts": "{base}/bin", "data": "{base}"}


def _home_layout():
  return {"stdlib": "{installed_base}/lib/python", "platstdlib": "{base}/lib/python", "purelib": "{base}/lib/python", "platlib": "{base}/lib/python",
          "include": "{installed_base}/include/python", "platinclude": "{installed_base}/include/python", "scripts": "{base}/bin", "data": "{base}"}


def _user_layout():
  return {"stdlib": "{userbase}/{platlibdir}/python{py_version_short}", "platstdlib": "{userbase}/{platlibdir}/python{py_version_short}",
          "purelib": "{userbase}/lib/python{py_version_short}/site-packages", "platlib": "{userbase}/lib/python{py_version_short}/site-packages",
          "include": "{userbase}/include/python{py_version_short}", "scripts": "{userbase}/bin", "data": "{userbase}"}


_LAYOUTS = {"posix_home": _home_layout(), "posix_prefix": _prefix_layout(), "posix_user": _user_layout(), "posix_venv": _prefix_layout(), "venv": _prefix_layout()}


def get_python_version():
  """The version of the language: "3.11"."""
  return "%d.%d" % sys.version_info[:2]


def get_platform():
  """The system and the machine: "linux-x86_64"."""
  import os
  info = os.uname()
  return f"{info.sysname.lower()}-{info.machine}"


def get_config_vars(*names):
  """The settings, or the values of some of them."""
  from os.path import expanduser
  values = {"prefix": sys.prefix, "exec_prefix": sys.prefix, "py_version": "%d.%d.%d" % sys.version_info[:3],
            "py_version_short": get_python_version(), "py_version_nodot": "%d%d" % sys.version_info[:2], "installed_base": sys.prefix,
            "base": sys.prefix, "platbase": sys.prefix, "platlibdir": "lib", "userbase": expanduser("~/.local"), "installed_platbase": sys.prefix, "abiflags": "", "Py_DEBUG": 0, "Py_GIL_DISABLED": 0,
            "EXT_SUFFIX": None, "SOABI": None}
  return [values.get(name) for name in names] if names else values


def get_config_var(name):
  """The value of a setting, or None."""
  return get_config_vars(name)[0]


def get_scheme_names():
  """The layouts of installations."""
  return tuple(_LAYOUTS)


def get_default_scheme():
  """The layout of this installation."""
  return "posix_prefix"


def get_preferred_scheme(key):
  """The layout for a purpose."""
  return {"prefix": "posix_prefix", "home": "posix_home", "user": "posix_user"}[key]


def get_path_names():
  """The names of paths."""
  return ("stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data")


def get_paths(scheme="posix_prefix", vars=None, expand=True):
  """All paths of a layout; `vars` has values that go before the settings."""
  layout = _LAYOUTS[scheme]
  if not expand:
    return layout
  values = {**get_config_vars(), **(vars or {})}
  return {name: pattern.format_map(values) for name, pattern in layout.items()}


def get_path(name, scheme="posix_prefix", vars=None, expand=True):
  """One path of a layout."""
  return get_paths(scheme, vars, expand)[name]


def get_config_h_filename():
  """Not available: there is no C interface."""
  raise NotImplementedError("sysconfig.get_config_h_filename() is not available: Coil has no interface for C extensions")


get_makefile_filename = parse_config_h = get_config_h_filename


def is_python_build(check_home=None):
  """False: this is an installation."""
  return False


if __name__ == "__main__":
  import _command_lines
  _command_lines.sysconfig()
