"""Configuration files with [sections] and key = value lines.

>>> parser = ConfigParser()
>>> parser.read_string('''
... [server]
... host = example.org
... url = http://%(host)s/
... port = 80
... ''')
>>> parser["server"]["url"], parser.getint("server", "port")
('http://example.org/', 80)
"""

import functools
import io
import itertools
import os
import sys
import warnings
from collections.abc import MutableMapping

__all__ = ["NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "ConfigParser", "SafeConfigParser", "RawConfigParser", "Interpolation", "BasicInterpolation",
           "ExtendedInterpolation", "LegacyInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH"]

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class Error(Exception):
  """Base of the errors of this module."""

  def __init__(self, msg=""):
    self.message = msg
    Exception.__init__(self, msg)

  def __repr__(self):
    return self.message

  __str__ = __repr__


class NoSectionError(Error):
  """There is no such section."""

  def __init__(self, section):
    Error.__init__(self, f"No section: {section!r}")
    self.section = section
    self.args = (section,)


def _place(kind, what, source, lineno):
  """The text about something that is there twice."""
  if source is None:
    return f"{kind.capitalize()} {what} already exists"
  line = "" if lineno is None else f" [line {lineno:2d}]"
  return f"While reading from {source!r}{line}: {kind} {what} already exists"


class DuplicateSectionError(Error):
  """A section is there twice."""

  def __init__(self, section, source=None, lineno=None):
    Error.__init__(self, _place("section", repr(section), source, lineno))
    self.section = section
    self.source = source
    self.lineno = lineno
    self.args = (section, source, lineno)


class DuplicateOptionError(Error):
  """An option is there twice."""

  def __init__(self, section, option, source=None, lineno=None):
    Error.__init__(self, _place("option", f"{option!r} in section {section!r}", source, lineno))
    self.section = section
    self.option = option
    self.source = source
    self.lineno = lineno
    self.args = (section, option, source, lineno)


class NoOptionError(Error):
  """There is no such option."""

  def __init__(self, option, section):
    Error.__init__(self, f"No option {option!r} in section: {section!r}")
    self.option = option
    self.section = section
    self.args = (option, section)


class InterpolationError(Error):
  """Base of errors in the replacement of references."""

  def __init__(self, option, section, msg):
    Error.__init__(self, msg)
    self.option = option
    self.section = section
    self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
  """A reference to an option that is not there."""

  def __init__(self, option, section, rawval, reference):
    InterpolationError.__init__(self, option, section,
                                f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key "
                                f"{reference!r} which is not a valid option name. Raw value: {rawval!r}")
    self.reference = reference
    self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
  """A reference is written in a wrong way."""


class InterpolationDepthError(InterpolationError):
  """References refer to each other without end."""

  def __init__(self, option, section, rawval):
    InterpolationError.__init__(self, option, section,
                                f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} contains an "
                                f"interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
                                f"Raw value: {rawval!r}")
    self.args = (option, section, rawval)


class ParsingError(Error):
  """Lines that cannot be understood."""

  def __init__(self, source=None, filename=None):
    if filename and source:
      raise ValueError("Cannot specify both `filename' and `source'. Use `source'.")
    if not filename and not source:
      raise ValueError("Required argument `source' not given.")
    source = source or filename
    Error.__init__(self, f"Source contains parsing errors: {source!r}")
    self.source = source
    self.errors = []
    self.args = (source,)

  @property
  def filename(self):
    """Deprecated: source."""
    self._warn_of_filename()
    return self.source

  @filename.setter
  def filename(self, value):
    self._warn_of_filename()
    self.source = value

  @staticmethod
  def _warn_of_filename():
    warnings.warn("The 'filename' attribute will be removed in Python 3.12. Use 'source' instead.", DeprecationWarning, stacklevel=3)

  def append(self, lineno, line):
    self.errors.append((lineno, line))
    self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
  """A line before the first section."""

  def __init__(self, filename, lineno, line):
    Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
    self.source = filename
    self.lineno = lineno
    self.line = line
    self.args = (filename, lineno, line)


class Interpolation:
  """No replacement; subclasses override what they need."""

  def before_get(self, parser, section, option, value, defaults):
    return value

  def before_set(self, parser, section, option, value):
    return value

  def before_read(self, parser, section, option, value):
    return value

  def before_write(self, parser, section, option, value):
    return value


class _References(Interpolation):
  """References that begin with a mark, which is written twice to mean itself."""

  def before_get(self, parser, section, option, value, defaults):
    parts = []
    self._interpolate(parser, option, parts, value, section, defaults, 1)
    return "".join(parts)

  def before_set(self, parser, section, option, value):
    mark, opener, closer = self._mark, self._opener, self._closer
    rest = value.replace(mark * 2, "")
    while True:
      start = rest.find(mark + opener)
      end = rest.find(closer, start) if start >= 0 else -1
      if end <= start + 2:
        break
      rest = rest[:start] + rest[end + len(closer):]
    if mark in rest:
      raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(mark)}")
    return value

  def _interpolate(self, parser, option, parts, rest, section, values, depth):
    mark, opener, closer = self._mark, self._opener, self._closer
    raw = parser.get(section, option, raw=True, fallback=rest)
    if depth > MAX_INTERPOLATION_DEPTH:
      raise InterpolationDepthError(option, section, raw)
    while rest:
      text, found, after = rest.partition(mark)
      parts.append(text)
      if not found:
        return
      if after[:1] == mark:
        parts.append(mark)
        rest = after[1:]
      elif after[:1] == opener:
        rest = mark + after
        end = rest.find(closer)
        if end < 3:
          raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
        reference = rest[2:end]
        rest = rest[end + len(closer):]
        self._replace(parser, option, parts, rest, section, values, depth, raw, reference)
      else:
        raise InterpolationSyntaxError(option, section, f"'{mark}' must be followed by '{mark}' or '{opener}', found: {mark + after!r}")


class BasicInterpolation(_References):
  """%(name)s stands for another option of the section or of the defaults."""

  _mark, _opener, _closer = "%", "(", ")s"

  def _replace(self, parser, option, parts, rest, section, values, depth, raw, reference):
    name = parser.optionxform(reference)
    try:
      value = values[name]
    except KeyError:
      raise InterpolationMissingOptionError(option, section, raw, name) from None
    if "%" in value:
      self._interpolate(parser, option, parts, value, section, values, depth + 1)
    else:
      parts.append(value)


class ExtendedInterpolation(_References):
  """${name} stands for another option, ${section:name} for one of another section."""

  _mark, _opener, _closer = "$", "{", "}"

  def _replace(self, parser, option, parts, rest, section, values, depth, raw, reference):
    path = reference.split(":")
    if len(path) > 2:
      raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
    name = parser.optionxform(path[-1])
    try:
      if len(path) == 1:
        where, value = section, values[name]
      else:
        where, value = path[0], parser.get(path[0], name, raw=True)
    except (KeyError, NoSectionError, NoOptionError):
      raise InterpolationMissingOptionError(option, section, raw, reference) from None
    if "$" in value:
      self._interpolate(parser, name, parts, value, where, dict(parser.items(where, raw=True)), depth + 1)
    else:
      parts.append(value)


class LegacyInterpolation(Interpolation):
  """Deprecated: values are formatted with the operator %, and nothing is checked when options are set."""

  def __init__(self, *args, **kwargs):
    super().__init__(*args, **kwargs)
    warnings.warn("LegacyInterpolation has been deprecated since Python 3.2 and will be removed from the configparser module in "
                  "Python 3.13. Use BasicInterpolation or ExtendedInterpolation instead.", DeprecationWarning, stacklevel=2)

  def before_get(self, parser, section, option, value, vars):
    import re
    given = value
    for _ in range(MAX_INTERPOLATION_DEPTH):
      if not value or "%(" not in value:
        return value
      value = re.sub(r"%\(([^)]*)\)s|.", lambda found: found[0] if found[1] is None else
                     f"%({parser.optionxform(found[1])})s", value)
      try:
        value = value % vars
      except KeyError as error:
        raise InterpolationMissingOptionError(option, section, given, error.args[0]) from None
    if value and "%(" in value:
      raise InterpolationDepthError(option, section, given)
    return value

  def before_set(self, parser, section, option, value):
    return value


def _section_name(line):
  end = line.rfind("]") if line[0] == "[" else -1
  return line[1:end] if end > 1 else None


class _Pattern:
  """A regular expression of the parser, compiled when somebody asks: the parser itself goes by hand until a class or a program replaces it."""

  def __init__(self, source):
    self._source = source

  def __get__(self, instance, owner):
    import re
    return re.compile(self._source, re.VERBOSE)


class RawConfigParser(MutableMapping):
  """A parser without interpolation; a mapping from section names to sections."""

  _DEFAULT_INTERPOLATION = Interpolation()
  SECTCRE = _Pattern(r"\[ (?P<header>.+) \]")
  OPTCRE = _Pattern(r"(?P<option>.*?) \s* (?P<vi>=|:) \s* (?P<value>.*)$")
  OPTCRE_NV = _Pattern(r"(?P<option>.*?) \s* (?: (?P<vi>=|:) \s* (?P<value>.*) )?$")
  NONSPACECRE = _Pattern(r"\S")
  BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}

  def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"), comment_prefixes=("#", ";"),
               inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET,
               converters=_UNSET):
    self._dict = dict_type
    self._sections = dict_type()
    self._defaults = dict_type()
    self._converters = ConverterMapping(self)
    self._proxies = dict_type()
    self._proxies[default_section] = SectionProxy(self, default_section)
    self._delimiters = tuple(delimiters)
    self._comment_prefixes = tuple(comment_prefixes or ())
    self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
    self._strict = strict
    self._allow_no_value = allow_no_value
    self._empty_lines_in_values = empty_lines_in_values
    self.default_section = default_section
    if interpolation is _UNSET:
      interpolation = self._DEFAULT_INTERPOLATION
    self._interpolation = Interpolation() if interpolation is None else interpolation
    if not isinstance(self._interpolation, Interpolation):
      raise TypeError("interpolation= must be None or an instance of Interpolation; got an object of type "
                      f"{type(self._interpolation)}")
    if converters is not _UNSET:
      self._converters.update(converters)
    if defaults:
      self._read_defaults(defaults)

  def defaults(self):
    """The options of all sections."""
    return self._defaults

  def sections(self):
    """The names of the sections."""
    return list(self._sections)

  def add_section(self, section):
    """Adds an empty section."""
    if section == self.default_section:
      raise ValueError(f"Invalid section name: {section!r}")
    if section in self._sections:
      raise DuplicateSectionError(section)
    self._add(section)

  def _add(self, section):
    self._sections[section] = self._dict()
    self._proxies[section] = SectionProxy(self, section)
    return self._sections[section]

  def has_section(self, section):
    """Whether the section is there."""
    return section in self._sections

  def options(self, section):
    """The names of the options of a section, defaults included."""
    try:
      options = self._sections[section].copy()
    except KeyError:
      raise NoSectionError(section) from None
    options.update(self._defaults)
    return list(options)

  # Reading.

  def read(self, filenames, encoding=None):
    """Reads files; those that cannot be opened are passed over. The list of files that were read."""
    if isinstance(filenames, (str, bytes, os.PathLike)):
      filenames = [filenames]
    done = []
    for filename in filenames:
      try:
        with open(filename, encoding=encoding) as file:
          self._read(file, filename)
      except OSError:
        continue
      done.append(os.fspath(filename) if isinstance(filename, os.PathLike) else filename)
    return done

  def read_file(self, f, source=None):
    """Reads the lines of a file object."""
    self._read(f, getattr(f, "name", "<???>") if source is None else source)

  def readfp(self, fp, filename=None):
    """Deprecated: read_file()."""
    warnings.warn("This method will be removed in Python 3.12. Use 'parser.read_file()' instead.", DeprecationWarning, stacklevel=2)
    self.read_file(fp, source=filename)

  def read_string(self, string, source="<string>"):
    """Reads a text."""
    self.read_file(io.StringIO(string), source)

  def read_dict(self, dictionary, source="<dict>"):
    """Takes sections and options from dictionaries."""
    added = set()
    for section, keys in dictionary.items():
      section = str(section)
      try:
        self.add_section(section)
      except (DuplicateSectionError, ValueError):
        if self._strict and section in added:
          raise
      added.add(section)
      for key, value in keys.items():
        key = self.optionxform(str(key))
        if value is not None:
          value = str(value)
        if self._strict and (section, key) in added:
          raise DuplicateOptionError(section, key, source)
        added.add((section, key))
        self.set(section, key, value)

  def _comment_start(self, line):
    """Where the comment of a line begins, or None."""
    stripped = line.strip()
    if any(stripped.startswith(prefix) for prefix in self._comment_prefixes):
      return 0
    start = None
    for prefix in self._inline_comment_prefixes:
      place = line.find(prefix)
      while place > 0 and not line[place - 1].isspace():
        place = line.find(prefix, place + 1)
      if place >= 0 and (start is None or place < start):
        start = place
    return start

  def _split_option(self, line):
    """(name, value) of a line; the value is None without a delimiter; None for a line that is no option."""
    places = [(place, -len(delimiter), delimiter) for delimiter in self._delimiters if (place := line.find(delimiter)) >= 0]
    if places:
      place, _, delimiter = min(places)
      return line[:place].rstrip(), line[place + len(delimiter):].strip()
    return (line, None) if self._allow_no_value else None

  def _read(self, fp, fpname):
    added = set()
    options = section = name = error = None
    indent = 0
    section_name = self._section_matcher()
    split_option = self._option_matcher()
    for lineno, line in enumerate(fp, start=1):
      comment = self._comment_start(line)
      value = line[:comment].strip()
      if not value:
        if not self._empty_lines_in_values:
          indent = sys.maxsize
        elif comment is None and options is not None and name and options[name] is not None:
          options[name].append("")
        continue
      line_indent = len(line) - len(line.lstrip())
      if options is not None and name and line_indent > indent:
        options[name].append(value)
        continue
      indent = line_indent
      header = section_name(value)
      if header is not None:
        section = header
        if section in self._sections:
          if self._strict and section in added:
            raise DuplicateSectionError(section, fpname, lineno)
          options = self._sections[section]
        else:
          options = self._defaults if section == self.default_section else self._add(section)
        added.add(section)
        name = None
      elif options is None:
        raise MissingSectionHeaderError(fpname, lineno, line)
      else:
        found = split_option(value)
        if found is None or not found[0]:
          if error is None:
            error = ParsingError(fpname)
          error.append(lineno, repr(line))
          if found is None:
            continue
        name = self.optionxform(found[0])
        if self._strict and (section, name) in added:
          raise DuplicateOptionError(section, name, fpname, lineno)
        added.add((section, name))
        options[name] = None if found[1] is None else [found[1]]
    self._join_lines()
    if error:
      raise error

  def _own_pattern(self, name):
    """What stands in place of the parser's regular expression, if anything does."""
    for namespace in (self.__dict__, *(cls.__dict__ for cls in type(self).__mro__)):
      if name in namespace:
        return None if isinstance(namespace[name], _Pattern) else namespace[name]

  def _section_matcher(self):
    """The function that gives the name in a section's header, None for another line."""
    own = self._own_pattern("SECTCRE")
    if own is None:
      return _section_name

    def match(line):
      found = own.match(line)
      return found and found["header"]
    return match

  def _option_matcher(self):
    """The function that gives (name, value) of an option, None for a line that is none."""
    own = self._own_pattern("OPTCRE_NV" if self._allow_no_value else "OPTCRE") if self._delimiters == ("=", ":") else None
    if own is None:
      return self._split_option

    def match(line):
      found = own.match(line)
      if found:
        name, _, value = found.group("option", "vi", "value")
        return name.rstrip(), value and value.strip()
    return match

  def _join_lines(self):
    for section, options in itertools.chain(((self.default_section, self._defaults),), self._sections.items()):
      for name, value in options.items():
        if isinstance(value, list):
          value = "\n".join(value).rstrip()
        options[name] = self._interpolation.before_read(self, section, name, value)

  def _read_defaults(self, defaults):
    for key, value in defaults.items():
      self._defaults[self.optionxform(key)] = value

  # Values.

  def _values(self, section, vars):
    options = {}
    try:
      options = self._sections[section]
    except KeyError:
      if section != self.default_section:
        raise NoSectionError(section)
    given = {}
    for key, value in (vars or {}).items():
      given[self.optionxform(key)] = value if value is None else str(value)
    from collections import ChainMap
    return ChainMap(given, options, self._defaults)

  def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
    """The value of an option; looked up in vars, the section, the defaults."""
    try:
      values = self._values(section, vars)
    except NoSectionError:
      if fallback is _UNSET:
        raise
      return fallback
    option = self.optionxform(option)
    try:
      value = values[option]
    except KeyError:
      if fallback is _UNSET:
        raise NoOptionError(option, section)
      return fallback
    return value if raw or value is None else self._interpolation.before_get(self, section, option, value, values)

  def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
    try:
      return conv(self.get(section, option, raw=raw, vars=vars, **kwargs))
    except (NoSectionError, NoOptionError):
      if fallback is _UNSET:
        raise
      return fallback

  def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
    """The value as an int."""
    return self._get_conv(section, option, int, raw=raw, vars=vars, fallback=fallback, **kwargs)

  def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
    """The value as a float."""
    return self._get_conv(section, option, float, raw=raw, vars=vars, fallback=fallback, **kwargs)

  def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
    """The value as a bool: yes, no, on, off, true, false, 1, 0."""
    return self._get_conv(section, option, self._convert_to_boolean, raw=raw, vars=vars, fallback=fallback, **kwargs)

  def items(self, section=_UNSET, raw=False, vars=None):
    """(option, value) of a section; without arguments (name, section) of all."""
    if section is _UNSET:
      return super().items()
    values = self._defaults.copy()
    if section in self._sections:
      values.update(self._sections[section])
    elif section != self.default_section:
      raise NoSectionError(section)
    names = list(values)
    for key, value in (vars or {}).items():
      values[self.optionxform(key)] = value
    if raw:
      return [(name, values[name]) for name in names]
    return [(name, self._interpolation.before_get(self, section, name, values[name], values)) for name in names]

  def popitem(self):
    """Removes a section; (name, section)."""
    for key in self.sections():
      value = self[key]
      del self[key]
      return key, value
    raise KeyError

  def optionxform(self, optionstr):
    """The form in which names of options are compared; may be replaced by str."""
    return optionstr.lower()

  def has_option(self, section, option):
    """Whether the option is there, in the section or the defaults."""
    option = self.optionxform(option)
    if not section or section == self.default_section:
      return option in self._defaults
    return section in self._sections and (option in self._sections[section] or option in self._defaults)

  def _options_of(self, section):
    if not section or section == self.default_section:
      return self._defaults
    try:
      return self._sections[section]
    except KeyError:
      raise NoSectionError(section) from None

  def set(self, section, option, value=None):
    """Sets an option."""
    if value:
      value = self._interpolation.before_set(self, section, option, value)
    self._options_of(section)[self.optionxform(option)] = value

  def write(self, fp, space_around_delimiters=True):
    """Writes the configuration to a file object."""
    delimiter = self._delimiters[0]
    if space_around_delimiters:
      delimiter = f" {delimiter} "
    sections = itertools.chain(((self.default_section, self._defaults),) if self._defaults else (), self._sections.items())
    for section, options in sections:
      fp.write(f"[{section}]\n")
      for key, value in options.items():
        value = self._interpolation.before_write(self, section, key, value)
        if value is not None or not self._allow_no_value:
          value = delimiter + str(value).replace("\n", "\n\t")
        else:
          value = ""
        fp.write(f"{key}{value}\n")
      fp.write("\n")

  def remove_option(self, section, option):
    """Removes an option; whether it was there."""
    options = self._options_of(section)
    option = self.optionxform(option)
    if option not in options:
      return False
    del options[option]
    return True

  def remove_section(self, section):
    """Removes a section; whether it was there."""
    if section not in self._sections:
      return False
    del self._sections[section]
    del self._proxies[section]
    return True

  def __getitem__(self, key):
    if key != self.default_section and not self.has_section(key):
      raise KeyError(key)
    return self._proxies[key]

  def __setitem__(self, key, value):
    if key in self and self[key] is value:
      return
    if key == self.default_section:
      self._defaults.clear()
    elif key in self._sections:
      self._sections[key].clear()
    self.read_dict({key: value})

  def __delitem__(self, key):
    if key == self.default_section:
      raise ValueError("Cannot remove the default section.")
    if not self.has_section(key):
      raise KeyError(key)
    self.remove_section(key)

  def __contains__(self, key):
    return key == self.default_section or self.has_section(key)

  def __len__(self):
    return len(self._sections) + 1

  def __iter__(self):
    return itertools.chain((self.default_section,), self._sections.keys())

  def _convert_to_boolean(self, value):
    if value.lower() not in self.BOOLEAN_STATES:
      raise ValueError(f"Not a boolean: {value}")
    return self.BOOLEAN_STATES[value.lower()]

  def _validate_value_types(self, *, section="", option="", value=""):
    if not isinstance(section, str):
      raise TypeError("section names must be strings")
    if not isinstance(option, str):
      raise TypeError("option keys must be strings")
    if not isinstance(value, str) and (not self._allow_no_value or value):
      raise TypeError("option values must be strings")

  @property
  def converters(self):
    return self._converters


class ConfigParser(RawConfigParser):
  """A parser with %(name)s interpolation; names and values have to be text."""

  _DEFAULT_INTERPOLATION = BasicInterpolation()

  def set(self, section, option, value=None):
    self._validate_value_types(option=option, value=value)
    super().set(section, option, value)

  def add_section(self, section):
    self._validate_value_types(section=section)
    super().add_section(section)

  def _read_defaults(self, defaults):
    interpolation = self._interpolation
    self._interpolation = Interpolation()
    try:
      self.read_dict({self.default_section: defaults})
    finally:
      self._interpolation = interpolation


class SafeConfigParser(ConfigParser):
  """Deprecated name of ConfigParser."""

  def __init__(self, *args, **kwargs):
    super().__init__(*args, **kwargs)
    warnings.warn("The SafeConfigParser class has been renamed to ConfigParser in Python 3.2. This alias will be removed in Python 3.12. "
                  "Use ConfigParser directly instead.", DeprecationWarning, stacklevel=2)


class SectionProxy(MutableMapping):
  """One section as a mapping from option names to values."""

  def __init__(self, parser, name):
    self._parser = parser
    self._name = name
    for converter in parser.converters:
      key = "get" + converter
      setattr(self, key, functools.partial(self.get, _impl=getattr(parser, key)))

  def __repr__(self):
    return f"<Section: {self._name}>"

  def __getitem__(self, key):
    if not self._parser.has_option(self._name, key):
      raise KeyError(key)
    return self._parser.get(self._name, key)

  def __setitem__(self, key, value):
    self._parser._validate_value_types(option=key, value=value)
    self._parser.set(self._name, key, value)

  def __delitem__(self, key):
    if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
      raise KeyError(key)

  def __contains__(self, key):
    return self._parser.has_option(self._name, key)

  def _options(self):
    if self._name != self._parser.default_section:
      return self._parser.options(self._name)
    return self._parser.defaults()

  def __len__(self):
    return len(self._options())

  def __iter__(self):
    return iter(self._options())

  @property
  def parser(self):
    return self._parser

  @property
  def name(self):
    return self._name

  def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
    """The value of an option, or the fallback."""
    return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
  """The get...() methods by the rest of their names; adding one adds the method to the parser and its sections."""

  def __init__(self, parser):
    self._parser = parser
    self._data = {name[3:]: None for name in dir(parser)
                  if name.startswith("get") and len(name) > 3 and callable(getattr(parser, name))}

  def __getitem__(self, key):
    return self._data[key]

  def __setitem__(self, key, value):
    if not isinstance(key, str):
      raise ValueError(f"Incompatible key: {key} (type: {type(key)})")
    if not key:
      raise ValueError('Incompatible key: cannot use "" as a name')
    self._data[key] = value
    method = functools.partial(self._parser._get_conv, conv=value)
    method.converter = value
    setattr(self._parser, "get" + key, method)
    for proxy in self._parser.values():
      setattr(proxy, "get" + key, functools.partial(proxy.get, _impl=method))

  def __delitem__(self, key):
    if not isinstance(key, str) or not key:
      raise KeyError(key)
    del self._data[key]
    for obj in itertools.chain((self._parser,), self._parser.values()):
      try:
        delattr(obj, "get" + key)
      except AttributeError:
        continue

  def __iter__(self):
    return iter(self._data)

  def __len__(self):
    return len(self._data)
