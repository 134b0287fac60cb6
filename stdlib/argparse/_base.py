"""What all parts of argparse share: constants, errors, namespaces."""

import sys

__name__ = "argparse"

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class _AttributeHolder:
  """Objects that show their attributes in repr()."""

  def _get_kwargs(self):
    return list(self.__dict__.items())

  def _get_args(self):
    return []

  def __repr__(self):
    shown = [repr(value) for value in self._get_args()]
    others = {}
    for name, value in self._get_kwargs():
      if name.isidentifier():
        shown.append(f"{name}={value!r}")
      else:
        others[name] = value
    if others:
      shown.append(f"**{others!r}")
    return f"{type(self).__name__}({', '.join(shown)})"


class Namespace(_AttributeHolder):
  """The parsed arguments as attributes."""

  def __init__(self, **kwargs):
    for name, value in kwargs.items():
      setattr(self, name, value)

  def __eq__(self, other):
    if not isinstance(other, Namespace):
      return NotImplemented
    return vars(self) == vars(other)

  def __contains__(self, key):
    return key in self.__dict__


def _get_action_name(action):
  """How error messages call an argument."""
  if action is None:
    return None
  if action.option_strings:
    return "/".join(action.option_strings)
  for name in (action.metavar, action.dest):
    if name not in (None, SUPPRESS):
      return name
  if action.choices:
    return "{" + ",".join(action.choices) + "}"
  return None


class ArgumentError(Exception):
  """An argument is declared or used in a wrong way."""

  def __init__(self, argument, message):
    self.argument_name = _get_action_name(argument)
    self.message = message

  def __str__(self):
    if self.argument_name is None:
      return str(self.message)
    return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
  """A type= function refuses its text; the message goes to the user."""


class FileType:
  """A type= function that opens the named file; "-" is standard input or output."""

  def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
    self._mode = mode
    self._bufsize = bufsize
    self._encoding = encoding
    self._errors = errors

  def __call__(self, string):
    if string == "-":
      if "r" in self._mode:
        stream = sys.stdin
      elif any(c in self._mode for c in "wax"):
        stream = sys.stdout
      else:
        raise ValueError(f'argument "-" with mode {self._mode!r}')
      return stream.buffer if "b" in self._mode else stream
    try:
      return open(string, self._mode, self._bufsize, self._encoding, self._errors)
    except OSError as error:
      raise ArgumentTypeError(f"can't open '{string}': {error}")

  def __repr__(self):
    shown = [repr(value) for value in (self._mode, self._bufsize) if value != -1]
    for name, value in (("encoding", self._encoding), ("errors", self._errors)):
      if value is not None:
        shown.append(f"{name}={value!r}")
    return f"{type(self).__name__}({', '.join(shown)})"
