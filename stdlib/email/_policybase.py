"""What a policy is, and the one that works as the package did before it had policies."""

import abc

from email import _words

__all__ = ["Policy", "Compat32", "compat32"]


class _PolicyBase:
  """Values that are set when an object is made and do not change."""

  def __init__(self, **kw):
    for name, value in kw.items():
      self._check(name)
      super().__setattr__(name, value)

  def _check(self, name):
    if not hasattr(self, name):
      raise TypeError(f"{name!r} is an invalid keyword argument for {self.__class__.__name__}")

  def __repr__(self):
    return f"{self.__class__.__name__}({', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])})"

  def clone(self, **kw):
    """A copy with some values changed."""
    new = self.__class__.__new__(self.__class__)
    for name, value in self.__dict__.items():
      object.__setattr__(new, name, value)
    for name, value in kw.items():
      self._check(name)
      object.__setattr__(new, name, value)
    return new

  def __setattr__(self, name, value):
    what = f"attribute {name!r} is read-only" if hasattr(self, name) else f"has no attribute {name!r}"
    raise AttributeError(f"{self.__class__.__name__!r} object {what}")

  def __add__(self, other):
    """A copy with the values that were set in the other one."""
    return self.clone(**other.__dict__)


class Policy(_PolicyBase, metaclass=abc.ABCMeta):
  """How messages are read and written.

  raise_on_defect: whether defects are raised (False)
  linesep: what ends lines ("\\n")
  cte_type: "8bit" or, for ASCII only, "7bit"
  max_line_length: how long lines of headers are (78); 0 or None for any length
  mangle_from_: whether ">" is put before "From " in bodies
  message_factory: the class of messages; None is Message
  """

  raise_on_defect = False
  linesep = "\n"
  cte_type = "8bit"
  max_line_length = 78
  mangle_from_ = False
  message_factory = None

  def handle_defect(self, obj, defect):
    """Raise the defect, or register it with the object."""
    if self.raise_on_defect:
      raise defect
    self.register_defect(obj, defect)

  def register_defect(self, obj, defect):
    """Note the defect in the object's `defects`."""
    obj.defects.append(defect)

  def header_max_count(self, name):
    """How many headers of the name a message may have; None for any number."""
    return None

  @abc.abstractmethod
  def header_source_parse(self, sourcelines):
    """The name and value to store, of the lines of a header with their ends."""
    raise NotImplementedError

  @abc.abstractmethod
  def header_store_parse(self, name, value):
    """The name and value to store, of what a program gave."""
    raise NotImplementedError

  @abc.abstractmethod
  def header_fetch_parse(self, name, value):
    """What a program gets, of a value that is stored."""
    raise NotImplementedError

  @abc.abstractmethod
  def fold(self, name, value):
    """The lines of a header as text."""
    raise NotImplementedError

  @abc.abstractmethod
  def fold_binary(self, name, value):
    """The lines of a header as bytes."""
    raise NotImplementedError


def parse_source(lines):
  """The name and value of a header's lines."""
  name, value = lines[0].split(":", 1)
  return name, (value.lstrip(" \t") + "".join(lines[1:])).rstrip("\r\n")


def _as_header(name, value):
  """A header of bytes in an unknown character set."""
  from email import charset, header
  return header.Header(value, charset=charset.UNKNOWN8BIT, header_name=name)


class Compat32(Policy):
  """Headers are plain texts."""

  mangle_from_ = True

  def header_source_parse(self, sourcelines):
    return parse_source(sourcelines)

  def header_store_parse(self, name, value):
    return name, value

  def header_fetch_parse(self, name, value):
    """Texts as they are; those that hold bytes as a Header."""
    if type(value) is str and value.isascii() or not isinstance(value, str):
      return value
    return _as_header(name, value) if _words.has_surrogates(value) else value

  def fold(self, name, value):
    return self._fold(name, value, True)

  def fold_binary(self, name, value):
    return self._fold(name, value, self.cte_type == "7bit").encode("ascii", "surrogateescape")

  def _fold(self, name, value, encode_bytes):
    from email import header
    if isinstance(value, str):
      if not _words.has_surrogates(value):
        value = header.Header(value, header_name=name)
      elif encode_bytes:
        value = _as_header(name, value)
      else:
        # Nobody knows where bytes may be broken.
        return f"{name}: {value}{self.linesep}"
    return f"{name}: {value.encode(linesep=self.linesep, maxlinelen=self.max_line_length or 0)}{self.linesep}"


compat32 = Compat32()
