"""Where arguments are declared: the part that parsers and groups share."""

from argparse._base import ArgumentError, FileType, OPTIONAL, ZERO_OR_MORE
from argparse import _actions

__name__ = "argparse"

_ACTIONS = {
  None: _actions._StoreAction,
  "store": _actions._StoreAction,
  "store_const": _actions._StoreConstAction,
  "store_true": _actions._StoreTrueAction,
  "store_false": _actions._StoreFalseAction,
  "append": _actions._AppendAction,
  "append_const": _actions._AppendConstAction,
  "count": _actions._CountAction,
  "help": _actions._HelpAction,
  "version": _actions._VersionAction,
  "parsers": _actions._SubParsersAction,
  "extend": _actions._ExtendAction,
}


def _looks_negative(text):
  """Whether the text is written like -1, -.5 or -1.5."""
  if not text.startswith("-"):
    return False
  whole, point, fraction = text[1:].partition(".")
  if not point:
    return whole.isdecimal()
  return fraction.isdecimal() and (not whole or whole.isdecimal())


class _ActionsContainer:
  def __init__(self, description, prefix_chars, argument_default, conflict_handler):
    self.description = description
    self.argument_default = argument_default
    self.prefix_chars = prefix_chars
    self.conflict_handler = conflict_handler
    self._registries = {"action": dict(_ACTIONS)}
    self._get_handler()
    self._actions = []
    self._option_string_actions = {}
    self._action_groups = []
    self._mutually_exclusive_groups = []
    self._defaults = {}
    self._has_negative_number_optionals = []

  def register(self, registry_name, value, object):
    """Gives a name to an action class or a type function."""
    self._registries.setdefault(registry_name, {})[value] = object

  def _registry_get(self, registry_name, value, default=None):
    return self._registries[registry_name].get(value, default)

  def set_defaults(self, **kwargs):
    """Values of attributes that no argument sets."""
    self._defaults.update(kwargs)
    for action in self._actions:
      if action.dest in kwargs:
        action.default = kwargs[action.dest]

  def get_default(self, dest):
    """The default of an attribute."""
    for action in self._actions:
      if action.dest == dest and action.default is not None:
        return action.default
    return self._defaults.get(dest)

  def add_argument(self, *args, **kwargs):
    """Declares an argument: add_argument("name", ...) a positional one, add_argument("-f", "--flag", ...) an option."""
    if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
      if args and "dest" in kwargs:
        raise ValueError("dest supplied twice for positional argument")
      kwargs = self._get_positional_kwargs(*args, **kwargs)
    else:
      kwargs = self._get_optional_kwargs(*args, **kwargs)
    if "default" not in kwargs:
      if kwargs["dest"] in self._defaults:
        kwargs["default"] = self._defaults[kwargs["dest"]]
      elif self.argument_default is not None:
        kwargs["default"] = self.argument_default
    action_class = self._pop_action_class(kwargs)
    if not callable(action_class):
      raise ValueError(f'unknown action "{action_class}"')
    action = action_class(**kwargs)
    type_func = self._registry_get("type", action.type, action.type)
    if not callable(type_func):
      raise ValueError(f"{type_func!r} is not callable")
    if type_func is FileType:
      raise ValueError(f"{type_func!r} is a FileType class object, instance of it must be passed")
    if hasattr(self, "_get_formatter"):
      try:
        self._get_formatter()._format_args(action, None)
      except TypeError:
        raise ValueError("length of metavar tuple does not match nargs")
    return self._add_action(action)

  def add_argument_group(self, *args, **kwargs):
    """A group with a heading of its own in the help text."""
    group = _ArgumentGroup(self, *args, **kwargs)
    self._action_groups.append(group)
    return group

  def add_mutually_exclusive_group(self, **kwargs):
    """A group of which at most one argument may be given."""
    group = _MutuallyExclusiveGroup(self, **kwargs)
    self._mutually_exclusive_groups.append(group)
    return group

  def _add_action(self, action):
    self._check_conflict(action)
    self._actions.append(action)
    action.container = self
    for option in action.option_strings:
      self._option_string_actions[option] = action
      if _looks_negative(option) and not self._has_negative_number_optionals:
        self._has_negative_number_optionals.append(True)
    return action

  def _remove_action(self, action):
    self._actions.remove(action)

  def _add_container_actions(self, container):
    """Takes over the arguments of a parent parser, with their groups."""
    groups = {}
    for group in self._action_groups:
      if group.title in groups:
        raise ValueError(f"cannot merge actions - two groups are named {group.title!r}")
      groups[group.title] = group
    places = {}
    for group in container._action_groups:
      if group.title not in groups:
        groups[group.title] = self.add_argument_group(title=group.title, description=group.description,
                                                      conflict_handler=group.conflict_handler)
      for action in group._group_actions:
        places[action] = groups[group.title]
    for group in container._mutually_exclusive_groups:
      exclusive = self.add_mutually_exclusive_group(required=group.required)
      for action in group._group_actions:
        places[action] = exclusive
    for action in container._actions:
      places.get(action, self)._add_action(action)

  def _get_positional_kwargs(self, dest, **kwargs):
    if "required" in kwargs:
      raise TypeError("'required' is an invalid argument for positionals")
    nargs = kwargs.get("nargs")
    if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and "default" not in kwargs:
      kwargs["required"] = True
    return dict(kwargs, dest=dest, option_strings=[])

  def _get_optional_kwargs(self, *args, **kwargs):
    long_options = []
    for option in args:
      if option[0] not in self.prefix_chars:
        raise ValueError(f"invalid option string {option!r}: must start with a character {self.prefix_chars!r}")
      if len(option) > 1 and option[1] in self.prefix_chars:
        long_options.append(option)
    dest = kwargs.pop("dest", None)
    if dest is None:
      dest = (long_options or args)[0].lstrip(self.prefix_chars)
      if not dest:
        raise ValueError(f"dest= is required for options like {args[-1]!r}")
      dest = dest.replace("-", "_")
    return dict(kwargs, dest=dest, option_strings=list(args))

  def _pop_action_class(self, kwargs, default=None):
    action = kwargs.pop("action", default)
    return self._registry_get("action", action, action)

  def _get_handler(self):
    try:
      return getattr(self, f"_handle_conflict_{self.conflict_handler}")
    except AttributeError:
      raise ValueError(f"invalid conflict_resolution value: {self.conflict_handler!r}")

  def _check_conflict(self, action):
    known = self._option_string_actions
    conflicts = [(option, known[option]) for option in action.option_strings if option in known]
    if conflicts:
      self._get_handler()(action, conflicts)

  def _handle_conflict_error(self, action, conflicts):
    options = ", ".join([option for option, _ in conflicts])
    raise ArgumentError(action, f"conflicting option string{'s' if len(conflicts) > 1 else ''}: {options}")

  def _handle_conflict_resolve(self, action, conflicts):
    for option, other in conflicts:
      other.option_strings.remove(option)
      self._option_string_actions.pop(option, None)
      if not other.option_strings:
        other.container._remove_action(other)


def _warn_nesting(what):
  import warnings
  warnings.warn(f"Nesting {what} groups is deprecated.", category=DeprecationWarning, stacklevel=3)


class _ArgumentGroup(_ActionsContainer):
  def __init__(self, container, title=None, description=None, **kwargs):
    for name in ("conflict_handler", "prefix_chars", "argument_default"):
      kwargs.setdefault(name, getattr(container, name))
    super().__init__(description=description, **kwargs)
    self.title = title
    self._group_actions = []
    for shared in ("_registries", "_actions", "_option_string_actions", "_defaults", "_has_negative_number_optionals",
                   "_mutually_exclusive_groups"):
      setattr(self, shared, getattr(container, shared))

  def _add_action(self, action):
    action = super()._add_action(action)
    self._group_actions.append(action)
    return action

  def _remove_action(self, action):
    super()._remove_action(action)
    self._group_actions.remove(action)

  def add_argument_group(self, *args, **kwargs):
    _warn_nesting("argument")
    return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
  def __init__(self, container, required=False):
    super().__init__(container)
    self.required = required
    self._container = container

  def _add_action(self, action):
    if action.required:
      raise ValueError("mutually exclusive arguments must be optional")
    action = self._container._add_action(action)
    self._group_actions.append(action)
    return action

  def _remove_action(self, action):
    self._container._remove_action(action)
    self._group_actions.remove(action)

  def add_mutually_exclusive_group(self, *args, **kwargs):
    _warn_nesting("mutually exclusive")
    return super().add_mutually_exclusive_group(*args, **kwargs)
