"""Command line options in the older style; argparse is its successor.

>>> parser = OptionParser(prog="tool")
>>> _ = parser.add_option("-n", "--number", type="int", default=1)
>>> values, rest = parser.parse_args(["-n", "3", "file"])
>>> values.number, rest
(3, ['file'])
"""

import os
import sys
import textwrap

__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup", "OptionParser",
           "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError", "OptionError", "OptionConflictError",
           "OptionValueError", "BadOptionError", "check_choice"]

__version__ = "1.5.3"

NO_DEFAULT = ("NO", "DEFAULT")
SUPPRESS_HELP = "SUPPRESS" + "HELP"
SUPPRESS_USAGE = "SUPPRESS" + "USAGE"


class OptParseError(Exception):
  """Base of the errors of this module."""

  def __init__(self, msg):
    self.msg = msg

  def __str__(self):
    return self.msg


class OptionError(OptParseError):
  """An option is declared in a wrong way."""

  def __init__(self, msg, option):
    self.msg = msg
    self.option_id = str(option)

  def __str__(self):
    return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
  """Two options have the same name."""


class OptionValueError(OptParseError):
  """A value on the command line is wrong."""


class BadOptionError(OptParseError):
  """An option on the command line is unknown."""

  def __init__(self, opt_str):
    self.opt_str = opt_str

  def __str__(self):
    return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
  """An abbreviation may mean several options."""

  def __init__(self, opt_str, possibilities):
    super().__init__(opt_str)
    self.possibilities = possibilities

  def __str__(self):
    return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


class HelpFormatter:
  """Makes help texts."""

  NO_DEFAULT_VALUE = "none"

  def __init__(self, indent_increment, max_help_position, width, short_first):
    self.parser = None
    self.indent_increment = indent_increment
    if width is None:
      try:
        width = int(os.environ["COLUMNS"])
      except (KeyError, ValueError):
        width = 80
      width -= 2
    self.width = width
    self.help_position = self.max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
    self.current_indent = 0
    self.level = 0
    self.help_width = None
    self.short_first = short_first
    self.default_tag = "%default"
    self.option_strings = {}
    self._short_opt_fmt = "%s %s"
    self._long_opt_fmt = "%s=%s"

  def set_parser(self, parser):
    self.parser = parser

  def set_short_opt_delimiter(self, delim):
    if delim not in ("", " "):
      raise ValueError(f"invalid metavar delimiter for short options: {delim!r}")
    self._short_opt_fmt = "%s" + delim + "%s"

  def set_long_opt_delimiter(self, delim):
    if delim not in ("=", " "):
      raise ValueError(f"invalid metavar delimiter for long options: {delim!r}")
    self._long_opt_fmt = "%s" + delim + "%s"

  def indent(self):
    self.current_indent += self.indent_increment
    self.level += 1

  def dedent(self):
    self.current_indent -= self.indent_increment
    self.level -= 1

  def _format_text(self, text):
    indent = " " * self.current_indent
    return textwrap.fill(text, max(self.width - self.current_indent, 11), initial_indent=indent, subsequent_indent=indent)

  def format_description(self, description):
    return self._format_text(description) + "\n" if description else ""

  def format_epilog(self, epilog):
    return "\n" + self._format_text(epilog) + "\n" if epilog else ""

  def format_usage(self, usage):
    raise NotImplementedError("subclasses must implement")

  def format_heading(self, heading):
    raise NotImplementedError("subclasses must implement")

  def expand_default(self, option):
    if self.parser is None or not self.default_tag:
      return option.help
    value = self.parser.defaults.get(option.dest)
    if value is NO_DEFAULT or value is None:
      value = self.NO_DEFAULT_VALUE
    return option.help.replace(self.default_tag, str(value))

  def format_option(self, option):
    """The lines of one option."""
    names = self.option_strings[option]
    width = self.help_position - self.current_indent - 2
    indent = " " * self.current_indent
    if len(names) > width:
      names, first = f"{indent}{names}\n", self.help_position
    else:
      names, first = f"{indent}{names:<{width}}  ", 0
    lines = [names]
    if option.help:
      texts = textwrap.wrap(self.expand_default(option), self.help_width)
      lines.append(" " * first + f"{texts[0]}\n")
      lines.extend([" " * self.help_position + line + "\n" for line in texts[1:]])
    elif names[-1] != "\n":
      lines.append("\n")
    return "".join(lines)

  def store_option_strings(self, parser):
    self.indent()
    longest = self._store(parser.option_list, 0)
    self.indent()
    for group in parser.option_groups:
      longest = self._store(group.option_list, longest)
    self.dedent()
    self.dedent()
    self.help_position = min(longest + 2, self.max_help_position)
    self.help_width = max(self.width - self.help_position, 11)

  def _store(self, options, longest):
    for option in options:
      self.option_strings[option] = text = self.format_option_strings(option)
      longest = max(longest, len(text) + self.current_indent)
    return longest

  def format_option_strings(self, option):
    """All names of an option, with its value."""
    if option.takes_value():
      metavar = option.metavar or option.dest.upper()
      short = [self._short_opt_fmt % (name, metavar) for name in option._short_opts]
      long = [self._long_opt_fmt % (name, metavar) for name in option._long_opts]
    else:
      short, long = option._short_opts, option._long_opts
    return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
  """Options are indented below a heading."""

  def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
    super().__init__(indent_increment, max_help_position, width, short_first)

  def format_usage(self, usage):
    return f"Usage: {usage}\n"

  def format_heading(self, heading):
    return f"{' ' * self.current_indent}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
  """Headings are underlined."""

  def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
    super().__init__(indent_increment, max_help_position, width, short_first)

  def format_usage(self, usage):
    return f"{self.format_heading('Usage')}  {usage}\n"

  def format_heading(self, heading):
    return f"{heading}\n{'=-'[self.level] * len(heading)}\n"


def _parse_int(text):
  if text[:2].lower() == "0x":
    return int(text, 16)
  if text[:2].lower() == "0b":
    return int(text[2:] or "0", 2)
  return int(text, 8 if text[:1] == "0" else 10)


_CHECKS = {"int": (_parse_int, "integer"), "long": (_parse_int, "integer"), "float": (float, "floating-point"), "complex": (complex, "complex")}


def check_builtin(option, opt, value):
  convert, what = _CHECKS[option.type]
  try:
    return convert(value)
  except ValueError:
    raise OptionValueError(f"option {opt}: invalid {what} value: {value!r}")


def check_choice(option, opt, value):
  if value in option.choices:
    return value
  choices = ", ".join(map(repr, option.choices))
  raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {choices})")


class Option:
  """One option."""

  ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args", "callback_kwargs", "help", "metavar"]
  ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count", "callback", "help", "version")
  STORE_ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count")
  TYPED_ACTIONS = ("store", "append", "callback")
  ALWAYS_TYPED_ACTIONS = ("store", "append")
  CONST_ACTIONS = ("store_const", "append_const")
  TYPES = ("string", "int", "long", "float", "complex", "choice")
  TYPE_CHECKER = {"int": check_builtin, "long": check_builtin, "float": check_builtin, "complex": check_builtin, "choice": check_choice}
  CHECK_METHODS = None

  def __init__(self, *opts, **attrs):
    self._short_opts = []
    self._long_opts = []
    opts = [opt for opt in opts if opt]
    if not opts:
      raise TypeError("at least one option string must be supplied")
    for opt in opts:
      self._add_name(opt)
    for name in self.ATTRS:
      setattr(self, name, attrs.pop(name, NO_DEFAULT if name == "default" else None))
    if attrs:
      raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)
    self._check()
    for method in self.CHECK_METHODS or ():
      method(self)

  def _add_name(self, opt):
    if len(opt) < 2:
      raise OptionError(f"invalid option string {opt!r}: must be at least two characters long", self)
    if len(opt) == 2:
      if not (opt[0] == "-" and opt[1] != "-"):
        raise OptionError(f"invalid short option string {opt!r}: must be of the form -x, (x any non-dash char)", self)
      self._short_opts.append(opt)
    else:
      if not (opt[:2] == "--" and opt[2] != "-"):
        raise OptionError(f"invalid long option string {opt!r}: must start with --, followed by non-dash", self)
      self._long_opts.append(opt)

  def _check(self):
    if self.action is None:
      self.action = "store"
    elif self.action not in self.ACTIONS:
      raise OptionError(f"invalid action: {self.action!r}", self)
    if self.type is None:
      if self.action in self.ALWAYS_TYPED_ACTIONS:
        self.type = "choice" if self.choices is not None else "string"
    else:
      if isinstance(self.type, type):
        self.type = self.type.__name__
      if self.type == "str":
        self.type = "string"
      if self.type not in self.TYPES:
        raise OptionError(f"invalid option type: {self.type!r}", self)
      if self.action not in self.TYPED_ACTIONS:
        raise OptionError(f"must not supply a type for action {self.action!r}", self)
    if self.type == "choice":
      if self.choices is None:
        raise OptionError("must supply a list of choices for type 'choice'", self)
      if not isinstance(self.choices, (tuple, list)):
        raise OptionError(f"choices must be a list of strings ('{str(type(self.choices)).split(chr(39))[1]}' supplied)", self)
    elif self.choices is not None:
      raise OptionError(f"must not supply choices for type {self.type!r}", self)
    if self.dest is None and (self.action in self.STORE_ACTIONS or self.type is not None):
      self.dest = self._long_opts[0][2:].replace("-", "_") if self._long_opts else self._short_opts[0][1]
    if self.action not in self.CONST_ACTIONS and self.const is not None:
      raise OptionError(f"'const' must not be supplied for action {self.action!r}", self)
    if self.action in self.TYPED_ACTIONS:
      if self.nargs is None and self.type is not None:
        self.nargs = 1
    elif self.nargs is not None:
      raise OptionError(f"'nargs' must not be supplied for action {self.action!r}", self)
    self._check_callback()

  def _check_callback(self):
    if self.action == "callback":
      if not callable(self.callback):
        raise OptionError(f"callback not callable: {self.callback!r}", self)
      if self.callback_args is not None and not isinstance(self.callback_args, tuple):
        raise OptionError(f"callback_args, if supplied, must be a tuple: not {self.callback_args!r}", self)
      if self.callback_kwargs is not None and not isinstance(self.callback_kwargs, dict):
        raise OptionError(f"callback_kwargs, if supplied, must be a dict: not {self.callback_kwargs!r}", self)
      return
    for name in ("callback", "callback_args", "callback_kwargs"):
      value = getattr(self, name)
      if value is not None:
        if name == "callback":
          raise OptionError(f"callback supplied ({value!r}) for non-callback option", self)
        raise OptionError(f"{name} supplied for non-callback option", self)

  def __str__(self):
    return "/".join(self._short_opts + self._long_opts)

  def __repr__(self):
    return f"<{type(self).__name__} at {id(self):#x}: {self}>"

  def takes_value(self):
    """Whether values follow the option."""
    return self.type is not None

  def get_opt_string(self):
    """The name for messages."""
    return (self._long_opts or self._short_opts)[0]

  def check_value(self, opt, value):
    checker = self.TYPE_CHECKER.get(self.type)
    return value if checker is None else checker(self, opt, value)

  def convert_value(self, opt, value):
    if value is None:
      return None
    if self.nargs == 1:
      return self.check_value(opt, value)
    return tuple([self.check_value(opt, item) for item in value])

  def process(self, opt, value, values, parser):
    return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

  def take_action(self, action, dest, opt, value, values, parser):
    """Stores what was found."""
    if action == "store":
      setattr(values, dest, value)
    elif action == "store_const":
      setattr(values, dest, self.const)
    elif action in ("store_true", "store_false"):
      setattr(values, dest, action == "store_true")
    elif action == "append":
      values.ensure_value(dest, []).append(value)
    elif action == "append_const":
      values.ensure_value(dest, []).append(self.const)
    elif action == "count":
      setattr(values, dest, values.ensure_value(dest, 0) + 1)
    elif action == "callback":
      self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
    elif action == "help":
      parser.print_help()
      parser.exit()
    elif action == "version":
      parser.print_version()
      parser.exit()
    else:
      raise ValueError(f"unknown action {self.action!r}")
    return 1


make_option = Option


class Values:
  """The parsed options as attributes."""

  def __init__(self, defaults=None):
    for name, value in (defaults or {}).items():
      setattr(self, name, value)

  def __str__(self):
    return str(self.__dict__)

  def __repr__(self):
    return f"<{type(self).__name__} at {id(self):#x}: {self}>"

  def __eq__(self, other):
    if isinstance(other, Values):
      return self.__dict__ == other.__dict__
    if isinstance(other, dict):
      return self.__dict__ == other
    return NotImplemented

  def _update_careful(self, dict):
    """Only the attributes that are there already, and no value that is None."""
    self._update_loose({attr: dict[attr] for attr in dir(self) if dict.get(attr) is not None})

  def _update_loose(self, dict):
    self.__dict__.update(dict)

  def _update(self, dict, mode):
    if mode == "careful":
      self._update_careful(dict)
    elif mode == "loose":
      self._update_loose(dict)
    else:
      raise ValueError(f"invalid update mode: {mode!r}")

  def read_module(self, modname, mode="careful"):
    """Values from the names of a module."""
    __import__(modname)
    self._update(vars(sys.modules[modname]), mode)

  def read_file(self, filename, mode="careful"):
    """Values from the names that a file of code defines."""
    names = {}
    with open(filename, "rb") as file:
      exec(compile(file.read(), filename, "exec"), names)
    self._update(names, mode)

  def ensure_value(self, attr, value):
    """The attribute, set to the value if it is not there or None."""
    if getattr(self, attr, None) is None:
      setattr(self, attr, value)
    return getattr(self, attr)


class OptionContainer:
  """What parsers and groups have in common."""

  def __init__(self, option_class, conflict_handler, description):
    self._create_option_list()
    self.option_class = option_class
    self.set_conflict_handler(conflict_handler)
    self.set_description(description)

  def set_conflict_handler(self, handler):
    if handler not in ("error", "resolve"):
      raise ValueError(f"invalid conflict_resolution value {handler!r}")
    self.conflict_handler = handler

  def set_description(self, description):
    self.description = description

  def get_description(self):
    return self.description

  def destroy(self):
    del self._short_opt, self._long_opt, self.defaults

  def _check_conflict(self, option):
    conflicts = [(opt, names[opt]) for names, opts in ((self._short_opt, option._short_opts), (self._long_opt, option._long_opts))
                 for opt in opts if opt in names]
    if not conflicts:
      return
    if self.conflict_handler == "error":
      raise OptionConflictError(f"conflicting option string(s): {', '.join([opt for opt, _ in conflicts])}", option)
    for opt, other in conflicts:
      if opt.startswith("--"):
        other._long_opts.remove(opt)
        del self._long_opt[opt]
      else:
        other._short_opts.remove(opt)
        del self._short_opt[opt]
      if not (other._short_opts or other._long_opts):
        other.container.option_list.remove(other)

  def add_option(self, *args, **kwargs):
    """Declares an option: names and attributes, or an Option."""
    if isinstance(args[0], str):
      option = self.option_class(*args, **kwargs)
    elif len(args) == 1 and not kwargs:
      option = args[0]
      if not isinstance(option, Option):
        raise TypeError(f"not an Option instance: {option!r}")
    else:
      raise TypeError("invalid arguments")
    self._check_conflict(option)
    self.option_list.append(option)
    option.container = self
    for opt in option._short_opts:
      self._short_opt[opt] = option
    for opt in option._long_opts:
      self._long_opt[opt] = option
    if option.dest is not None:
      if option.default is not NO_DEFAULT:
        self.defaults[option.dest] = option.default
      elif option.dest not in self.defaults:
        self.defaults[option.dest] = None
    return option

  def add_options(self, option_list):
    for option in option_list:
      self.add_option(option)

  def get_option(self, opt_str):
    return self._short_opt.get(opt_str) or self._long_opt.get(opt_str)

  def has_option(self, opt_str):
    return opt_str in self._short_opt or opt_str in self._long_opt

  def remove_option(self, opt_str):
    option = self.get_option(opt_str)
    if option is None:
      raise ValueError(f"no such option {opt_str!r}")
    for opt in option._short_opts:
      del self._short_opt[opt]
    for opt in option._long_opts:
      del self._long_opt[opt]
    option.container.option_list.remove(option)

  def format_option_help(self, formatter):
    return "".join([formatter.format_option(option) for option in self.option_list if option.help is not SUPPRESS_HELP])

  def format_description(self, formatter):
    return formatter.format_description(self.get_description())

  def format_help(self, formatter):
    parts = [self.format_description(formatter)] if self.description else []
    if self.option_list:
      parts.append(self.format_option_help(formatter))
    return "\n".join(parts)


class OptionGroup(OptionContainer):
  """Options with a heading of their own."""

  def __init__(self, parser, title, description=None):
    self.parser = parser
    super().__init__(parser.option_class, parser.conflict_handler, description)
    self.title = title

  def _create_option_list(self):
    self.option_list = []
    self._short_opt = self.parser._short_opt
    self._long_opt = self.parser._long_opt
    self.defaults = self.parser.defaults

  def set_title(self, title):
    self.title = title

  def format_help(self, formatter):
    text = formatter.format_heading(self.title)
    formatter.indent()
    text += super().format_help(formatter)
    formatter.dedent()
    return text


class OptionParser(OptionContainer):
  """Parses command lines."""

  standard_option_list = []

  def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error", description=None,
               formatter=None, add_help_option=True, prog=None, epilog=None):
    super().__init__(option_class, conflict_handler, description)
    self.set_usage(usage)
    self.prog = prog
    self.version = version
    self.allow_interspersed_args = True
    self.process_default_values = True
    self.formatter = IndentedHelpFormatter() if formatter is None else formatter
    self.formatter.set_parser(self)
    self.epilog = epilog
    self.add_options(self.standard_option_list)
    self.add_options(option_list or ())
    if version:
      self.add_option("--version", action="version", help="show program's version number and exit")
    if add_help_option:
      self.add_option("-h", "--help", action="help", help="show this help message and exit")
    self.rargs = self.largs = self.values = None

  def _create_option_list(self):
    self.option_list = []
    self.option_groups = []
    self._short_opt = {}
    self._long_opt = {}
    self.defaults = {}

  def set_usage(self, usage):
    if usage is None:
      self.usage = "%prog [options]"
    elif usage is SUPPRESS_USAGE:
      self.usage = None
    else:
      self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

  def enable_interspersed_args(self):
    self.allow_interspersed_args = True

  def disable_interspersed_args(self):
    self.allow_interspersed_args = False

  def set_process_default_values(self, process):
    self.process_default_values = process

  def set_default(self, dest, value):
    self.defaults[dest] = value

  def set_defaults(self, **kwargs):
    self.defaults.update(kwargs)

  def get_default_values(self):
    if not self.process_default_values:
      return Values(self.defaults)
    defaults = self.defaults.copy()
    for option in [*self.option_list, *[option for group in self.option_groups for option in group.option_list]]:
      if isinstance(defaults.get(option.dest), str):
        defaults[option.dest] = option.check_value(option.get_opt_string(), defaults[option.dest])
    return Values(defaults)

  def add_option_group(self, *args, **kwargs):
    """A group: title and description, or an OptionGroup."""
    if isinstance(args[0], str):
      group = OptionGroup(self, *args, **kwargs)
    elif len(args) == 1 and not kwargs:
      group = args[0]
      if not isinstance(group, OptionGroup):
        raise TypeError(f"not an OptionGroup instance: {group!r}")
      if group.parser is not self:
        raise ValueError("invalid OptionGroup (wrong parser)")
    else:
      raise TypeError("invalid arguments")
    self.option_groups.append(group)
    return group

  def get_option_group(self, opt_str):
    option = self.get_option(opt_str)
    return option.container if option and option.container is not self else None

  def parse_args(self, args=None, values=None):
    """(values, other arguments)."""
    rargs = sys.argv[1:] if args is None else args[:]
    values = self.get_default_values() if values is None else values
    self.rargs = rargs
    self.largs = largs = []
    self.values = values
    try:
      self._process_args(largs, rargs, values)
    except (BadOptionError, OptionValueError) as error:
      self.error(str(error))
    return self.check_values(values, largs + rargs)

  def check_values(self, values, args):
    """A hook: checks what was parsed."""
    return values, args

  def _process_args(self, largs, rargs, values):
    while rargs:
      arg = rargs[0]
      if arg == "--":
        del rargs[0]
        return
      if arg[:2] == "--":
        self._process_long_opt(rargs, values)
      elif arg[:1] == "-" and len(arg) > 1:
        self._process_short_opts(rargs, values)
      elif self.allow_interspersed_args:
        largs.append(rargs.pop(0))
      else:
        return

  def _match_long_opt(self, opt):
    if opt in self._long_opt:
      return opt
    found = sorted([name for name in self._long_opt if name.startswith(opt)])
    if len(found) == 1:
      return found[0]
    if not found:
      raise BadOptionError(opt)
    raise AmbiguousOptionError(opt, found)

  def _take_values(self, option, opt, rargs):
    count = option.nargs
    if len(rargs) < count:
      self.error(f"{opt} option requires 1 argument" if count == 1 else f"{opt} option requires {count} arguments")
    if count == 1:
      return rargs.pop(0)
    value = tuple(rargs[:count])
    del rargs[:count]
    return value

  def _process_long_opt(self, rargs, values):
    opt, equals, value = rargs.pop(0).partition("=")
    if equals:
      rargs.insert(0, value)
    opt = self._match_long_opt(opt)
    option = self._long_opt[opt]
    value = None
    if option.takes_value():
      value = self._take_values(option, opt, rargs)
    elif equals:
      self.error(f"{opt} option does not take a value")
    option.process(opt, value, values, self)

  def _process_short_opts(self, rargs, values):
    arg = rargs.pop(0)
    for place, letter in enumerate(arg[1:], 2):
      opt = "-" + letter
      option = self._short_opt.get(opt)
      if not option:
        raise BadOptionError(opt)
      value = None
      if option.takes_value():
        if place < len(arg):
          rargs.insert(0, arg[place:])
        value = self._take_values(option, opt, rargs)
      option.process(opt, value, values, self)
      if option.takes_value():
        break

  def get_prog_name(self):
    return os.path.basename(sys.argv[0]) if self.prog is None else self.prog

  def expand_prog_name(self, s):
    return s.replace("%prog", self.get_prog_name())

  def get_description(self):
    return self.description if self.description is None else self.expand_prog_name(self.description)

  def exit(self, status=0, msg=None):
    """Leaves the program."""
    if msg:
      sys.stderr.write(msg)
    sys.exit(status)

  def error(self, msg):
    """Writes usage and message to standard error and leaves the program with 2."""
    self.print_usage(sys.stderr)
    self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

  def get_usage(self):
    return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

  def print_usage(self, file=None):
    """Writes the usage line."""
    if self.usage:
      print(self.get_usage(), file=file)

  def get_version(self):
    return self.expand_prog_name(self.version) if self.version else ""

  def print_version(self, file=None):
    """Writes the version."""
    if self.version:
      print(self.get_version(), file=file)

  def format_option_help(self, formatter=None):
    formatter = self.formatter if formatter is None else formatter
    formatter.store_option_strings(self)
    parts = [formatter.format_heading("Options")]
    formatter.indent()
    if self.option_list:
      parts.extend([OptionContainer.format_option_help(self, formatter), "\n"])
    for group in self.option_groups:
      parts.extend([group.format_help(formatter), "\n"])
    formatter.dedent()
    return "".join(parts[:-1])

  def format_epilog(self, formatter):
    return formatter.format_epilog(self.epilog)

  def format_help(self, formatter=None):
    """The help text."""
    formatter = self.formatter if formatter is None else formatter
    parts = [self.get_usage() + "\n"] if self.usage else []
    if self.description:
      parts.append(self.format_description(formatter) + "\n")
    parts.append(self.format_option_help(formatter))
    parts.append(self.format_epilog(formatter))
    return "".join(parts)

  def print_help(self, file=None):
    """Writes the help text."""
    (sys.stdout if file is None else file).write(self.format_help())
