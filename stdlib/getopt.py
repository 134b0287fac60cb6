"""Command line options in the style of C's getopt().

>>> getopt(["-a", "1", "--long", "x"], "a:", ["long"])
([('-a', '1'), ('--long', '')], ['x'])
"""

import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
  """An option is unknown or misses its argument."""

  opt = ""
  msg = ""

  def __init__(self, msg, opt=""):
    self.msg = msg
    self.opt = opt
    Exception.__init__(self, msg, opt)

  def __str__(self):
    return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
  """(options, rest): options end at the first argument that is none."""
  options = []
  longopts = [longopts] if isinstance(longopts, str) else list(longopts)
  while args and args[0].startswith("-") and args[0] != "-":
    if args[0] == "--":
      args = args[1:]
      break
    args = _one(options, args, shortopts, longopts)
  return options, args


def gnu_getopt(args, shortopts, longopts=[]):
  """(options, rest): options and other arguments may be mixed."""
  options, rest = [], []
  longopts = [longopts] if isinstance(longopts, str) else list(longopts)
  ordered = shortopts.startswith("+")
  if ordered:
    shortopts = shortopts[1:]
  ordered = ordered or bool(os.environ.get("POSIXLY_CORRECT"))
  while args:
    if args[0] == "--":
      rest += args[1:]
      break
    if args[0].startswith("-") and args[0] != "-":
      args = _one(options, args, shortopts, longopts)
    elif ordered:
      rest += args
      break
    else:
      rest.append(args[0])
      args = args[1:]
  return options, rest


def _one(options, args, shortopts, longopts):
  """Reads the options in the first argument; the arguments that are left."""
  if args[0].startswith("--"):
    return _long(options, args[0][2:], longopts, args[1:])
  return _short(options, args[0][1:], shortopts, args[1:])


def _long(options, text, longopts, args):
  name, equals, value = text.partition("=")
  if not equals:
    value = None
  candidates = [option for option in longopts if option.startswith(name)]
  if not candidates:
    raise GetoptError(f"option --{name} not recognized", name)
  if name in candidates:
    takes_value = False
  elif name + "=" in candidates:
    takes_value = True
  elif len(candidates) > 1:
    raise GetoptError(f"option --{name} not a unique prefix", name)
  else:
    takes_value = candidates[0].endswith("=")
    name = candidates[0].rstrip("=") if takes_value else candidates[0]
  if takes_value:
    if value is None:
      if not args:
        raise GetoptError(f"option --{name} requires argument", name)
      value, args = args[0], args[1:]
  elif value is not None:
    raise GetoptError(f"option --{name} must not have an argument", name)
  options.append(("--" + name, value or ""))
  return args


def _short(options, text, shortopts, args):
  while text:
    option, text = text[0], text[1:]
    place = shortopts.find(option)
    if place < 0 or option == ":":
      raise GetoptError(f"option -{option} not recognized", option)
    value = ""
    if shortopts[place + 1:place + 2] == ":":
      if not text:
        if not args:
          raise GetoptError(f"option -{option} requires argument", option)
        text, args = args[0], args[1:]
      value, text = text, ""
    options.append(("-" + option, value))
  return args
