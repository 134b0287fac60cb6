"""ArgumentParser, and the state of one run over a command line.

The arguments are first classified: "O" an option, "A" a value, "-" the first "--"; what follows "--" is "A". Options and
positional arguments then take as many values as their nargs allows, in turns.
"""

import os
import sys

from argparse._base import (ArgumentError, ArgumentTypeError, Namespace, SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER,
                            _AttributeHolder, _get_action_name)
from argparse._actions import _UNRECOGNIZED_ARGS_ATTR
from argparse._container import _ActionsContainer, _looks_negative
from argparse._formatters import HelpFormatter

__name__ = "argparse"

# How many values each nargs takes: at least, at most.
_LIMITS = {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, sys.maxsize), ONE_OR_MORE: (1, sys.maxsize), REMAINDER: (0, sys.maxsize),
           PARSER: (1, sys.maxsize), SUPPRESS: (0, 0)}


def _is_new_number(value):
  """Whether the number is another object than an equal default: integers of the size of a byte and some more are kept, and therefore the same."""
  return type(value) is float or type(value) is int and not -5 <= value <= 256


def _possible_ends(action, pattern, start):
  """The places in the pattern where the values of the action may end, the greediest first."""
  nargs = action.nargs
  low, high = _LIMITS.get(nargs) or (nargs, nargs)
  positional = not action.option_strings
  ends = [start] if low == 0 else []
  count = 0
  for position in range(start, len(pattern)):
    kind = pattern[position]
    if kind == "-":
      if not positional:
        break
    elif kind == "O" and not (nargs == REMAINDER or nargs == PARSER and count) or count == high:
      break
    else:
      count += 1
    if count >= low:
      ends.append(position + 1)
  ends.reverse()
  return ends


def _match_all(actions, pattern, start, index=0):
  """The number of values for each action when all of them find enough, else None."""
  if index == len(actions):
    return []
  for end in _possible_ends(actions[index], pattern, start):
    rest = _match_all(actions, pattern, end, index + 1)
    if rest is not None:
      return [end - start] + rest
  return None


class _Run:
  """One pass over a command line."""

  def __init__(self, parser, args, namespace):
    self.parser = parser
    self.args = args
    self.namespace = namespace
    self.extras = []
    self.seen = set()
    self.given = set()
    self.positionals = parser._get_positional_actions()
    self.conflicts = {}
    for group in parser._mutually_exclusive_groups:
      members = group._group_actions
      for index, action in enumerate(members):
        self.conflicts.setdefault(action, []).extend(members[:index] + members[index + 1:])
    self.options = {}
    self.pattern = self._classify()

  def _classify(self):
    kinds = []
    for index, arg in enumerate(self.args):
      if arg == "--":
        kinds.append("-" + "A" * (len(self.args) - index - 1))
        break
      option = self.parser._parse_optional(arg)
      if option is None:
        kinds.append("A")
      else:
        self.options[index] = option
        kinds.append("O")
    return "".join(kinds)

  def run(self):
    index = 0
    last_option = max(self.options, default=-1)
    while index <= last_option:
      next_option = min(place for place in self.options if place >= index)
      if index != next_option:
        end = self._consume_positionals(index)
        if end > index:
          index = end
          continue
      if index not in self.options:
        self.extras.extend(self.args[index:next_option])
        index = next_option
      index = self._consume_optional(index)
    end = self._consume_positionals(index)
    self.extras.extend(self.args[end:])
    self._finish()
    return self.namespace, self.extras

  def _take(self, action, args, option_string=None):
    self.seen.add(action)
    values = self.parser._get_values(action, args)
    if values is not action.default or (args and _is_new_number(values)):
      self.given.add(action)
      for other in self.conflicts.get(action, ()):
        if other in self.given:
          raise ArgumentError(action, f"not allowed with argument {_get_action_name(other)}")
    if values is not SUPPRESS:
      action(self.parser, self.namespace, values, option_string)

  def _consume_positionals(self, index):
    counts = self.parser._match_arguments_partial(self.positionals, self.pattern[index:])
    for action, count in zip(self.positionals, counts):
      args = self.args[index:index + count]
      index += count
      self._take(action, args)
    self.positionals = self.positionals[len(counts):]
    return index

  def _consume_optional(self, index):
    """Takes the option at the index; -xyz may be several options in one word."""
    parser = self.parser
    action, option, explicit = self.options[index]
    found = []
    while True:
      if action is None:
        self.extras.append(self.args[index])
        return index + 1
      if explicit is None:
        end = index + 1 + parser._match_argument(action, self.pattern[index + 1:])
        found.append((action, self.args[index + 1:end], option))
        break
      count = parser._match_argument(action, "A")
      if count == 0 and option[1] not in parser.prefix_chars and explicit != "":
        found.append((action, [], option))
        option = option[0] + explicit[0]
        if option not in parser._option_string_actions:
          raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
        action = parser._option_string_actions[option]
        explicit = explicit[1:] or None
      elif count == 1:
        end = index + 1
        found.append((action, [explicit], option))
        break
      else:
        raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
    for action, args, option in found:
      self._take(action, args, option)
    return end

  def _finish(self):
    """Checks what is required, and converts defaults that are text."""
    parser, namespace = self.parser, self.namespace
    missing = []
    for action in parser._actions:
      if action in self.seen:
        continue
      if action.required:
        missing.append(_get_action_name(action))
      elif isinstance(action.default, str) and action.default is getattr(namespace, action.dest, None):
        setattr(namespace, action.dest, parser._get_value(action, action.default))
    if missing:
      parser.error(f"the following arguments are required: {', '.join(missing)}")
    for group in parser._mutually_exclusive_groups:
      if group.required and not any(action in self.given for action in group._group_actions):
        names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
        parser.error(f"one of the arguments {' '.join(names)} is required")


class ArgumentParser(_AttributeHolder, _ActionsContainer):
  """Parses command lines into namespaces."""

  def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[], formatter_class=HelpFormatter, prefix_chars="-",
               fromfile_prefix_chars=None, argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
               exit_on_error=True):
    super().__init__(description, prefix_chars, argument_default, conflict_handler)
    self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
    self.usage = usage
    self.epilog = epilog
    self.formatter_class = formatter_class
    self.fromfile_prefix_chars = fromfile_prefix_chars
    self.add_help = add_help
    self.allow_abbrev = allow_abbrev
    self.exit_on_error = exit_on_error
    self._positionals = self.add_argument_group("positional arguments")
    self._optionals = self.add_argument_group("options")
    self._subparsers = None

    def identity(string):
      return string
    self.register("type", None, identity)
    if add_help:
      prefix = "-" if "-" in prefix_chars else prefix_chars[0]
      self.add_argument(prefix + "h", prefix * 2 + "help", action="help", default=SUPPRESS, help="show this help message and exit")
    for parent in parents:
      self._add_container_actions(parent)
      self._defaults.update(getattr(parent, "_defaults", {}))

  def _get_kwargs(self):
    return [(name, getattr(self, name)) for name in ("prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

  def add_subparsers(self, **kwargs):
    """The argument that chooses a command; add_parser() of the result declares the commands."""
    if self._subparsers is not None:
      self.error("cannot have multiple subparser arguments")
    kwargs.setdefault("parser_class", type(self))
    if "title" in kwargs or "description" in kwargs:
      title = kwargs.pop("title", "subcommands")
      self._subparsers = self.add_argument_group(title, kwargs.pop("description", None))
    else:
      self._subparsers = self._positionals
    if kwargs.get("prog") is None:
      formatter = self._get_formatter()
      formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, "")
      kwargs["prog"] = formatter.format_help().strip()
    action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
    self._subparsers._add_action(action)
    return action

  def _add_action(self, action):
    group = self._optionals if action.option_strings else self._positionals
    group._add_action(action)
    return action

  def _get_optional_actions(self):
    return [action for action in self._actions if action.option_strings]

  def _get_positional_actions(self):
    return [action for action in self._actions if not action.option_strings]

  # Parsing.

  def parse_args(self, args=None, namespace=None):
    """The namespace; arguments that nobody declared are an error."""
    namespace, extras = self.parse_known_args(args, namespace)
    if extras:
      self.error(f"unrecognized arguments: {' '.join(extras)}")
    return namespace

  def parse_known_args(self, args=None, namespace=None):
    """The namespace and the list of arguments that nobody declared."""
    args = sys.argv[1:] if args is None else list(args)
    if namespace is None:
      namespace = Namespace()
    for action in self._actions:
      if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
        setattr(namespace, action.dest, action.default)
    for dest, value in self._defaults.items():
      if not hasattr(namespace, dest):
        setattr(namespace, dest, value)
    extras = args  # when error() returns
    if self.exit_on_error:
      try:
        namespace, extras = self._parse_known_args(args, namespace)
      except ArgumentError as error:
        self.error(str(error))
    else:
      namespace, extras = self._parse_known_args(args, namespace)
    if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
      extras.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
      delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
    return namespace, extras

  def _parse_known_args(self, args, namespace):
    if self.fromfile_prefix_chars is not None:
      args = self._read_args_from_files(args)
    return _Run(self, args, namespace).run()

  def _read_args_from_files(self, args):
    expanded = []
    for arg in args:
      if not arg or arg[0] not in self.fromfile_prefix_chars:
        expanded.append(arg)
        continue
      try:
        with open(arg[1:]) as file:
          words = [word for line in file.read().splitlines() for word in self.convert_arg_line_to_args(line)]
        expanded.extend(self._read_args_from_files(words))
      except OSError as error:
        self.error(str(error))
    return expanded

  def convert_arg_line_to_args(self, arg_line):
    """The arguments in one line of an argument file."""
    return [arg_line]

  def parse_intermixed_args(self, args=None, namespace=None):
    """Like parse_args(); positional arguments may stand between the options."""
    namespace, extras = self.parse_known_intermixed_args(args, namespace)
    if extras:
      self.error(f"unrecognized arguments: {' '.join(extras)}")
    return namespace

  def parse_known_intermixed_args(self, args=None, namespace=None):
    """Like parse_known_args(); options are parsed first, then the rest as positional arguments."""
    positionals = self._get_positional_actions()
    for action in positionals:
      if action.nargs in (PARSER, REMAINDER):
        raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
    if any(action in positionals for group in self._mutually_exclusive_groups for action in group._group_actions):
      raise TypeError("parse_intermixed_args: positional in mutuallyExclusiveGroup")
    usage = self.usage
    saved = [(action, action.nargs, action.default) for action in positionals]
    required = [(item, item.required) for item in self._get_optional_actions() + self._mutually_exclusive_groups]
    try:
      if usage is None:
        self.usage = self.format_usage()[len("usage: "):]
      try:
        for action in positionals:
          action.nargs = action.default = SUPPRESS
        namespace, remaining = self.parse_known_args(args, namespace)
        for action in positionals:
          if getattr(namespace, action.dest, None) == []:
            import warnings
            warnings.warn(f"Do not expect {action.dest} in {namespace}")
            delattr(namespace, action.dest)
      finally:
        for action, action.nargs, action.default in saved:
          pass
      try:
        for item, _ in required:
          item.required = False
        return self.parse_known_args(remaining, namespace)
      finally:
        for item, item.required in required:
          pass
    finally:
      self.usage = usage

  # Matching.

  def _match_argument(self, action, pattern):
    """The number of values that follow an option."""
    ends = _possible_ends(action, pattern, 0)
    if ends:
      return ends[0]
    nargs = action.nargs
    if nargs is None:
      raise ArgumentError(action, "expected one argument")
    if nargs == OPTIONAL:
      raise ArgumentError(action, "expected at most one argument")
    if nargs == ONE_OR_MORE:
      raise ArgumentError(action, "expected at least one argument")
    raise ArgumentError(action, f"expected {nargs} argument{'' if nargs == 1 else 's'}")

  def _match_arguments_partial(self, actions, pattern):
    """The number of values for as many of the first actions as find enough."""
    for count in range(len(actions), 0, -1):
      result = _match_all(actions[:count], pattern, 0)
      if result is not None:
        return result
    return []

  def _parse_optional(self, arg):
    """None for a value, else (action or None, option string, text after "=" or None)."""
    if not arg or arg[0] not in self.prefix_chars:
      return None
    if arg in self._option_string_actions:
      return self._option_string_actions[arg], arg, None
    if len(arg) == 1:
      return None
    if "=" in arg:
      option, explicit = arg.split("=", 1)
      if option in self._option_string_actions:
        return self._option_string_actions[option], option, explicit
    candidates = self._get_option_tuples(arg)
    if len(candidates) > 1:
      matches = ", ".join([option for _, option, _ in candidates])
      self.error(f"ambiguous option: {arg} could match {matches}")
    if candidates:
      return candidates[0]
    if _looks_negative(arg) and not self._has_negative_number_optionals:
      return None
    if " " in arg:
      return None
    return None, arg, None

  def _get_option_tuples(self, arg):
    """The options that an abbreviation, or -xVALUE, can mean."""
    chars = self.prefix_chars
    known = self._option_string_actions
    if arg[1] in chars:
      if not self.allow_abbrev:
        return []
      prefix, equals, explicit = arg.partition("=")
      return [(action, option, explicit if equals else None) for option, action in known.items() if option.startswith(prefix)]
    result = []
    for option, action in known.items():
      if option == arg[:2]:
        result.append((action, option, arg[2:]))
      elif option.startswith(arg):
        result.append((action, option, None))
    return result

  # Values.

  def _get_values(self, action, args):
    nargs = action.nargs
    if nargs not in (PARSER, REMAINDER) and "--" in args:
      args.remove("--")
    if not args and nargs == OPTIONAL:
      value = action.const if action.option_strings else action.default
      if isinstance(value, str):
        value = self._get_value(action, value)
        self._check_value(action, value)
    elif not args and nargs == ZERO_OR_MORE and not action.option_strings:
      value = args if action.default is None else action.default
      self._check_value(action, value)
    elif len(args) == 1 and nargs in (None, OPTIONAL):
      value = self._get_value(action, args[0])
      self._check_value(action, value)
    elif nargs == SUPPRESS:
      value = SUPPRESS
    else:
      value = [self._get_value(action, arg) for arg in args]
      if nargs == PARSER:
        self._check_value(action, value[0])
      elif nargs != REMAINDER:
        for item in value:
          self._check_value(action, item)
    return value

  def _get_value(self, action, arg):
    type_func = self._registry_get("type", action.type, action.type)
    if not callable(type_func):
      raise ArgumentError(action, f"{type_func!r} is not callable")
    try:
      return type_func(arg)
    except ArgumentTypeError as error:
      raise ArgumentError(action, str(error))
    except (TypeError, ValueError):
      name = getattr(action.type, "__name__", repr(action.type))
      raise ArgumentError(action, f"invalid {name} value: {arg!r}")

  def _check_value(self, action, value):
    if action.choices is not None and value not in action.choices:
      choices = ", ".join(map(repr, action.choices))
      raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")

  # Help.

  def format_usage(self):
    """The usage line."""
    formatter = self._get_formatter()
    formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
    return formatter.format_help()

  def format_help(self):
    """The help text."""
    formatter = self._get_formatter()
    formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
    formatter.add_text(self.description)
    for group in self._action_groups:
      formatter.start_section(group.title)
      formatter.add_text(group.description)
      formatter.add_arguments(group._group_actions)
      formatter.end_section()
    formatter.add_text(self.epilog)
    return formatter.format_help()

  def _get_formatter(self):
    return self.formatter_class(prog=self.prog)

  def print_usage(self, file=None):
    """Writes the usage line."""
    self._print_message(self.format_usage(), sys.stdout if file is None else file)

  def print_help(self, file=None):
    """Writes the help text."""
    self._print_message(self.format_help(), sys.stdout if file is None else file)

  def _print_message(self, message, file=None):
    if message:
      try:
        (file or sys.stderr).write(message)
      except (AttributeError, OSError):
        pass

  def exit(self, status=0, message=None):
    """Leaves the program."""
    if message:
      self._print_message(message, sys.stderr)
    sys.exit(status)

  def error(self, message):
    """Writes usage and message to standard error and leaves the program with 2."""
    self.print_usage(sys.stderr)
    self.exit(2, f"{self.prog}: error: {message}\n")
