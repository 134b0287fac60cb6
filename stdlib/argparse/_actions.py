"""Actions: what happens when an argument is found."""

import sys

from argparse._base import ArgumentError, SUPPRESS, OPTIONAL, PARSER, _AttributeHolder

__name__ = "argparse"

_UNRECOGNIZED_ARGS_ATTR = "_unrecognized_args"


class Action(_AttributeHolder):
  """The declaration of one argument; calling it stores what was found."""

  def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
               metavar=None):
    self.option_strings = option_strings
    self.dest = dest
    self.nargs = nargs
    self.const = const
    self.default = default
    self.type = type
    self.choices = choices
    self.required = required
    self.help = help
    self.metavar = metavar

  def _get_kwargs(self):
    return [(name, getattr(self, name)) for name in ("option_strings", "dest", "nargs", "const", "default", "type", "choices",
                                                     "required", "help", "metavar")]

  def format_usage(self):
    """What the usage line shows when there are no values."""
    return self.option_strings[0]

  def __call__(self, parser, namespace, values, option_string=None):
    raise NotImplementedError(".__call__() not defined")


class BooleanOptionalAction(Action):
  """--name sets True, --no-name sets False."""

  def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
    both = []
    for option in option_strings:
      both.append(option)
      if option.startswith("--"):
        both.append("--no-" + option[2:])
    super().__init__(both, dest, nargs=0, default=default, type=type, choices=choices, required=required, help=help, metavar=metavar)

  def __call__(self, parser, namespace, values, option_string=None):
    if option_string in self.option_strings:
      setattr(namespace, self.dest, not option_string.startswith("--no-"))

  def format_usage(self):
    return " | ".join(self.option_strings)


class _StoreAction(Action):
  def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
               metavar=None):
    if nargs == 0:
      raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store "
                       "const may be more appropriate")
    if const is not None and nargs != OPTIONAL:
      raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
    super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

  def __call__(self, parser, namespace, values, option_string=None):
    setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
  def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
    super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help)

  def __call__(self, parser, namespace, values, option_string=None):
    setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
  def __init__(self, option_strings, dest, default=False, required=False, help=None):
    super().__init__(option_strings, dest, const=True, default=default, required=required, help=help)


class _StoreFalseAction(_StoreConstAction):
  def __init__(self, option_strings, dest, default=True, required=False, help=None):
    super().__init__(option_strings, dest, const=False, default=default, required=required, help=help)


def _items_of(namespace, dest):
  """A copy of the list collected so far, so that a default is never changed."""
  items = getattr(namespace, dest, None)
  if items is None:
    return []
  if type(items) is list:
    return items[:]
  import copy
  return copy.copy(items)


class _AppendAction(Action):
  def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
               metavar=None):
    if nargs == 0:
      raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append "
                       "const action may be more appropriate")
    if const is not None and nargs != OPTIONAL:
      raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")
    super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar)

  def __call__(self, parser, namespace, values, option_string=None):
    items = _items_of(namespace, self.dest)
    items.append(values)
    setattr(namespace, self.dest, items)


class _ExtendAction(_AppendAction):
  def __call__(self, parser, namespace, values, option_string=None):
    items = _items_of(namespace, self.dest)
    items.extend(values)
    setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
  def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
    super().__init__(option_strings, dest, nargs=0, const=const, default=default, required=required, help=help, metavar=metavar)

  def __call__(self, parser, namespace, values, option_string=None):
    items = _items_of(namespace, self.dest)
    items.append(self.const)
    setattr(namespace, self.dest, items)


class _CountAction(Action):
  def __init__(self, option_strings, dest, default=None, required=False, help=None):
    super().__init__(option_strings, dest, nargs=0, default=default, required=required, help=help)

  def __call__(self, parser, namespace, values, option_string=None):
    count = getattr(namespace, self.dest, None)
    setattr(namespace, self.dest, 1 if count is None else count + 1)


class _HelpAction(Action):
  def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
    super().__init__(option_strings, dest, nargs=0, default=default, help=help)

  def __call__(self, parser, namespace, values, option_string=None):
    parser.print_help()
    parser.exit()


class _VersionAction(Action):
  def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
    super().__init__(option_strings, dest, nargs=0, default=default, help=help)
    self.version = version

  def __call__(self, parser, namespace, values, option_string=None):
    version = parser.version if self.version is None else self.version
    formatter = parser._get_formatter()
    formatter.add_text(version)
    parser._print_message(formatter.format_help(), sys.stdout)
    parser.exit()


class _SubParsersAction(Action):
  """The argument that chooses a command; the rest of the line belongs to that command's parser."""

  class _ChoicesPseudoAction(Action):
    def __init__(self, name, aliases, help):
      metavar = f"{name} ({', '.join(aliases)})" if aliases else name
      super().__init__([], name, help=help, metavar=metavar)

  def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
    self._prog_prefix = prog
    self._parser_class = parser_class
    self._name_parser_map = {}
    self._choices_actions = []
    super().__init__(option_strings, dest, nargs=PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

  def add_parser(self, name, **kwargs):
    """A new parser for the command `name`; takes the arguments of ArgumentParser, and aliases=, help=."""
    if kwargs.get("prog") is None:
      kwargs["prog"] = f"{self._prog_prefix} {name}"
    aliases = kwargs.pop("aliases", ())
    if name in self._name_parser_map:
      raise ArgumentError(self, f"conflicting subparser: {name}")
    for alias in aliases:
      if alias in self._name_parser_map:
        raise ArgumentError(self, f"conflicting subparser alias: {alias}")
    if "help" in kwargs:
      self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop("help")))
    parser = self._parser_class(**kwargs)
    for key in (name, *aliases):
      self._name_parser_map[key] = parser
    return parser

  def _get_subactions(self):
    return self._choices_actions

  def __call__(self, parser, namespace, values, option_string=None):
    name, *rest = values
    if self.dest is not SUPPRESS:
      setattr(namespace, self.dest, name)
    try:
      subparser = self._name_parser_map[name]
    except KeyError:
      choices = ", ".join(self._name_parser_map)
      raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})")
    # A namespace of its own, so that the command's defaults win over those of the parser above.
    subnamespace, extras = subparser.parse_known_args(rest, None)
    for key, value in vars(subnamespace).items():
      setattr(namespace, key, value)
    if extras:
      vars(namespace).setdefault(_UNRECOGNIZED_ARGS_ATTR, []).extend(extras)
