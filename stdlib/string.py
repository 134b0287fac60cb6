"""Character sets, Template and Formatter."""

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
  """Capitalise every word."""
  return (sep or " ").join(map(str.capitalize, s.split(sep)))


class _DefaultPattern:
  """The pattern of Template, compiled when it is asked for."""

  def __get__(self, instance, cls):
    cls.pattern = pattern = _compile_template(cls, None)
    return pattern


def _compile_template(cls, pattern):
  import re
  if pattern is None:
    delimiter = re.escape(cls.delimiter)
    braced = cls.braceidpattern or cls.idpattern
    pattern = rf"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
  flags = next(base.__dict__["flags"] for base in cls.__mro__ if "flags" in base.__dict__)
  # IGNORECASE and VERBOSE as numbers: the enumeration is not needed.
  return re.compile(pattern, (2 if isinstance(flags, _DefaultFlags) else flags) | 64)


class _DefaultFlags:
  """re.IGNORECASE; the enumeration is only made for programs that look."""

  def __get__(self, instance, owner):
    import re
    return re.IGNORECASE


class Template:
  """Text with $name and ${name}; $$ is a dollar.

  Subclasses may change delimiter, idpattern, braceidpattern and flags, or the whole pattern with its groups escaped, named, braced and
  invalid.
  """

  delimiter = "$"
  idpattern = r"(?a:[_a-z][_a-z0-9]*)"
  braceidpattern = None
  flags = _DefaultFlags()
  pattern = _DefaultPattern()

  def __init_subclass__(cls):
    super().__init_subclass__()
    cls.pattern = _compile_template(cls, cls.__dict__.get("pattern"))

  def __init__(self, template):
    self.template = template

  def _invalid(self, match):
    i = match.start("invalid")
    lines = self.template[:i].splitlines(keepends=True)
    if not lines:
      colno, lineno = 1, 1
    else:
      colno = i - len("".join(lines[:-1]))
      lineno = len(lines)
    raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

  def _unknown_group(self):
    raise ValueError("Unrecognized named group in pattern", self.pattern)

  def _mapping(self, mapping, kws):
    if not kws:
      return mapping
    if not mapping:
      return kws
    from collections import ChainMap
    return ChainMap(kws, mapping)

  def substitute(self, mapping={}, /, **kws):
    """The text with the names replaced; KeyError for unknown ones."""
    values = self._mapping(mapping, kws)

    def convert(match):
      named = match.group("named") or match.group("braced")
      if named is not None:
        return str(values[named])
      if match.group("escaped") is not None:
        return self.delimiter
      if match.group("invalid") is not None:
        self._invalid(match)
      self._unknown_group()

    return self.pattern.sub(convert, self.template)

  def safe_substitute(self, mapping={}, /, **kws):
    """The text with the known names replaced."""
    values = self._mapping(mapping, kws)

    def convert(match):
      named = match.group("named") or match.group("braced")
      if named is not None:
        try:
          return str(values[named])
        except KeyError:
          return match.group()
      if match.group("escaped") is not None:
        return self.delimiter
      if match.group("invalid") is not None:
        return match.group()
      self._unknown_group()

    return self.pattern.sub(convert, self.template)

  def is_valid(self):
    """Whether every delimiter begins a name."""
    for match in self.pattern.finditer(self.template):
      if match.group("invalid") is not None:
        return False
      if match.group("named") is match.group("braced") is match.group("escaped") is None:
        self._unknown_group()
    return True

  def get_identifiers(self):
    """The names in the template."""
    names = []
    for match in self.pattern.finditer(self.template):
      named = match.group("named") or match.group("braced")
      if named is not None:
        if named not in names:
          names.append(named)
      elif match.group("invalid") is match.group("escaped") is None:
        self._unknown_group()
    return names


def _parsed(format_string):
  """A mistake in the format is told when its turn comes."""
  for piece in _string.formatter_parser(format_string):
    if isinstance(piece, ValueError):
      raise piece
    yield piece


class Formatter:
  """str.format() in pieces that can be overridden."""

  def format(self, format_string, /, *args, **kwargs):
    return self.vformat(format_string, args, kwargs)

  def vformat(self, format_string, args, kwargs):
    used_args = set()
    result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
    self.check_unused_args(used_args, args, kwargs)
    return result

  def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
    if recursion_depth < 0:
      raise ValueError("Max string recursion exceeded")
    result = []
    for literal_text, field_name, format_spec, conversion in self.parse(format_string):
      if literal_text:
        result.append(literal_text)
      if field_name is None:
        continue
      if field_name == "":
        if auto_arg_index is False:
          raise ValueError("cannot switch from manual field specification to automatic field numbering")
        field_name = str(auto_arg_index)
        auto_arg_index += 1
      elif field_name.isdigit():
        if auto_arg_index:
          raise ValueError("cannot switch from manual field specification to automatic field numbering")
        auto_arg_index = False
      obj, arg_used = self.get_field(field_name, args, kwargs)
      used_args.add(arg_used)
      obj = self.convert_field(obj, conversion)
      format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
      result.append(self.format_field(obj, format_spec))
    return "".join(result), auto_arg_index

  def get_value(self, key, args, kwargs):
    return args[key] if isinstance(key, int) else kwargs[key]

  def check_unused_args(self, used_args, args, kwargs):
    pass

  def format_field(self, value, format_spec):
    return format(value, format_spec)

  def convert_field(self, value, conversion):
    if conversion is None:
      return value
    if conversion == "s":
      return str(value)
    if conversion == "r":
      return repr(value)
    if conversion == "a":
      return ascii(value)
    raise ValueError(f"Unknown conversion specifier {conversion!s}")

  def parse(self, format_string):
    """An iterator over (literal, field, spec, conversion)."""
    if not isinstance(format_string, str):
      raise TypeError(f"expected str, got {type(format_string).__name__}")
    return _parsed(format_string)

  def get_field(self, field_name, args, kwargs):
    first, rest = _string.formatter_field_name_split(field_name)
    obj = self.get_value(first, args, kwargs)
    for is_attribute, key in rest:
      obj = getattr(obj, key) if is_attribute else obj[key]
    return obj, first
