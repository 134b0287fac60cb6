"""Usage and help texts.

A formatter collects items (functions that give text) in nested sections and puts them together at the end. Subclasses
change one decision each by overriding a method.
"""

from argparse._base import SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER

__name__ = "argparse"


def _usage_parts(text):
  """Splits a usage text at blanks outside of the brackets that begin and end a word."""
  parts = []
  position = 0
  while position < len(text):
    if text[position] == " ":
      position += 1
      continue
    end = -1
    closer = {"(": ")", "[": "]"}.get(text[position])
    if closer:
      end = text.find(closer, position)
      while end >= 0:
        while end < len(text) and text[end] == closer:
          end += 1
        if end == len(text) or text[end] == " ":
          break
        end = text.find(closer, end)
    if end < 0:
      end = text.find(" ", position)
      if end < 0:
        end = len(text)
    parts.append(text[position:end])
    position = end
  return parts


_BLANKS = dict.fromkeys(b"\t\n\v\f\r", " ")


def _in_one_line(text):
  """Words between single blanks; other spaces than ASCII's break no line."""
  return " ".join(filter(None, text.translate(_BLANKS).split(" "))).strip()


class HelpFormatter:
  """Makes usage and help texts; paragraphs are wrapped."""

  def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
    if width is None:
      import shutil
      width = shutil.get_terminal_size().columns - 2
    self._prog = prog
    self._indent_increment = indent_increment
    self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
    self._width = width
    self._current_indent = 0
    self._level = 0
    self._action_max_length = 0
    self._root_section = self._Section(self, None)
    self._current_section = self._root_section

  def _indent(self):
    self._current_indent += self._indent_increment
    self._level += 1

  def _dedent(self):
    self._current_indent -= self._indent_increment
    assert self._current_indent >= 0, "Indent decreased below 0."
    self._level -= 1

  class _Section:
    """A heading with items; the root has none."""

    def __init__(self, formatter, parent, heading=None):
      self.formatter = formatter
      self.parent = parent
      self.heading = heading
      self.items = []

    def format_help(self):
      formatter = self.formatter
      nested = self.parent is not None
      if nested:
        formatter._indent()
      body = formatter._join_parts([function(*args) for function, args in self.items])
      if nested:
        formatter._dedent()
      if not body:
        return ""
      heading = ""
      if self.heading is not SUPPRESS and self.heading is not None:
        heading = " " * formatter._current_indent + f"{self.heading}:\n"
      return formatter._join_parts(["\n", heading, body, "\n"])

  def _add_item(self, function, args):
    self._current_section.items.append((function, args))

  def start_section(self, heading):
    """Opens a section below the current one."""
    self._indent()
    section = self._Section(self, self._current_section, heading)
    self._add_item(section.format_help, [])
    self._current_section = section

  def end_section(self):
    """Goes back to the section around the current one."""
    self._current_section = self._current_section.parent
    self._dedent()

  def add_text(self, text):
    """Adds a paragraph."""
    if text is not SUPPRESS and text is not None:
      self._add_item(self._format_text, [text])

  def add_usage(self, usage, actions, groups, prefix=None):
    """Adds the usage line."""
    if usage is not SUPPRESS:
      self._add_item(self._format_usage, (usage, actions, groups, prefix))

  def add_argument(self, action):
    """Adds the help of one argument."""
    if action.help is SUPPRESS:
      return
    invocations = [self._format_action_invocation(action)]
    for subaction in self._iter_indented_subactions(action):
      invocations.append(self._format_action_invocation(subaction))
    self._action_max_length = max(self._action_max_length, max(map(len, invocations)) + self._current_indent)
    self._add_item(self._format_action, [action])

  def add_arguments(self, actions):
    """Adds the help of several arguments."""
    for action in actions:
      self.add_argument(action)

  def format_help(self):
    """The whole text."""
    text = self._root_section.format_help()
    if text:
      while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
      text = text.strip("\n") + "\n"
    return text

  def _join_parts(self, parts):
    return "".join([part for part in parts if part and part is not SUPPRESS])

  # Usage.

  def _format_usage(self, usage, actions, groups, prefix):
    if prefix is None:
      prefix = "usage: "
    if usage is not None:
      usage = usage % {"prog": self._prog}
    elif not actions:
      usage = str(self._prog)
    else:
      usage = self._make_usage(actions, groups, prefix)
    return f"{prefix}{usage}\n\n"

  def _make_usage(self, actions, groups, prefix):
    prog = str(self._prog)
    optionals = [action for action in actions if action.option_strings]
    positionals = [action for action in actions if not action.option_strings]
    usage = " ".join(filter(None, [prog, self._format_actions_usage(optionals + positionals, groups)]))
    width = self._width - self._current_indent
    if len(prefix) + len(usage) <= width:
      return usage
    optional_parts = _usage_parts(self._format_actions_usage(optionals, groups))
    positional_parts = _usage_parts(self._format_actions_usage(positionals, groups))

    def wrap(parts, indent, first_length=None):
      """Lines of parts; the first line has something before it when its length is given."""
      lines = []
      line = []
      length = (len(indent) if first_length is None else first_length) - 1
      for part in parts:
        if line and length + 1 + len(part) > width:
          lines.append(indent + " ".join(line))
          line = []
          length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
      if line:
        lines.append(indent + " ".join(line))
      if first_length is not None:
        lines[0] = lines[0][len(indent):]
      return lines

    if len(prefix) + len(prog) <= 0.75 * width:
      indent = " " * (len(prefix) + len(prog) + 1)
      if optional_parts:
        lines = wrap([prog] + optional_parts, indent, len(prefix)) + wrap(positional_parts, indent)
      elif positional_parts:
        lines = wrap([prog] + positional_parts, indent, len(prefix))
      else:
        lines = [prog]
    else:
      indent = " " * len(prefix)
      lines = wrap(optional_parts + positional_parts, indent)
      if len(lines) > 1:
        lines = wrap(optional_parts, indent) + wrap(positional_parts, indent)
      lines.insert(0, prog)
    return "\n".join(lines)

  def _format_actions_usage(self, actions, groups):
    grouped, marks = self._group_marks(actions, groups)
    parts = []
    for index, action in enumerate(actions):
      if action.help is SUPPRESS:
        parts.append(None)
        if marks.get(index) == "|":
          del marks[index]
        elif marks.get(index + 1) == "|":
          del marks[index + 1]
      else:
        parts.append(self._usage_of(action, action in grouped))
    for index in sorted(marks, reverse=True):
      parts.insert(index, marks[index])
    text = " ".join([part for part in parts if part is not None])
    for found, replacement in (("[ ", "["), ("( ", "("), (" ]", "]"), (" )", ")"), ("[]", ""), ("[)", ""), ("(]", ""), ("()", "")):
      text = text.replace(found, replacement)
    return text.strip()

  def _group_marks(self, actions, groups):
    """The actions that stand in an exclusive group, and the brackets and bars to insert before each index."""
    grouped = set()
    marks = {}
    for group in groups:
      members = group._group_actions
      if not members:
        raise ValueError(f"empty group {group}")
      if members[0] not in actions:
        continue
      start = actions.index(members[0])
      end = start + len(members)
      if actions[start:end] != members:
        continue
      grouped.update(members)
      shown = [action for action in members if action.help is not SUPPRESS]
      if not group.required:
        brackets = "[]"
      elif len(shown) > 1:
        brackets = "()"
      else:
        brackets = None
      if brackets:
        marks[start] = marks[start] + " " + brackets[0] if start in marks else brackets[0]
        marks[end] = marks.get(end, "") + brackets[1]
      for index in range(start + 1, end):
        marks[index] = "|"
    return grouped, marks

  def _usage_of(self, action, grouped):
    if not action.option_strings:
      part = self._format_args(action, self._get_default_metavar_for_positional(action))
      if grouped and part[0] == "[" and part[-1] == "]":
        part = part[1:-1]
      return part
    if action.nargs == 0:
      part = action.format_usage()
    else:
      part = f"{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
    return part if action.required or grouped else f"[{part}]"

  # Texts and arguments.

  def _format_text(self, text):
    if "%(prog)" in text:
      text = text % {"prog": self._prog}
    width = max(self._width - self._current_indent, 11)
    return self._fill_text(text, width, " " * self._current_indent) + "\n\n"

  def _format_action(self, action):
    position = min(self._action_max_length + 2, self._max_help_position)
    width = max(self._width - position, 11)
    header_width = position - self._current_indent - 2
    header = self._format_action_invocation(action)
    indent = " " * self._current_indent
    first_indent = ""
    if not action.help:
      parts = [f"{indent}{header}\n"]
    elif len(header) <= header_width:
      parts = [f"{indent}{header:<{header_width}}  " if header_width else f"{indent}{header}  "]
    else:
      parts = [f"{indent}{header}\n"]
      first_indent = " " * position
    if action.help and action.help.strip():
      text = self._expand_help(action)
      if text:
        lines = self._split_lines(text, width)
        parts.append(f"{first_indent}{lines[0]}\n")
        parts.extend(" " * position + line + "\n" for line in lines[1:])
    elif not parts[0].endswith("\n"):
      parts.append("\n")
    for subaction in self._iter_indented_subactions(action):
      parts.append(self._format_action(subaction))
    return self._join_parts(parts)

  def _format_action_invocation(self, action):
    if not action.option_strings:
      metavar, = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
      return metavar
    if action.nargs == 0:
      return ", ".join(action.option_strings)
    args = self._format_args(action, self._get_default_metavar_for_optional(action))
    return ", ".join([f"{option} {args}" for option in action.option_strings])

  def _metavar_formatter(self, action, default_metavar):
    if action.metavar is not None:
      result = action.metavar
    elif action.choices is not None:
      result = "{%s}" % ",".join(map(str, action.choices))
    else:
      result = default_metavar
    return lambda size: result if isinstance(result, tuple) else (result,) * size

  def _format_args(self, action, default_metavar):
    metavars = self._metavar_formatter(action, default_metavar)
    nargs = action.nargs
    if nargs is None:
      return "%s" % metavars(1)
    if nargs == OPTIONAL:
      return "[%s]" % metavars(1)
    if nargs == ZERO_OR_MORE:
      names = metavars(1)
      return "[%s [%s ...]]" % names if len(names) == 2 else "[%s ...]" % names
    if nargs == ONE_OR_MORE:
      return "%s [%s ...]" % metavars(2)
    if nargs == REMAINDER:
      return "..."
    if nargs == PARSER:
      return "%s ..." % metavars(1)
    if nargs == SUPPRESS:
      return ""
    try:
      pattern = " ".join(["%s" for _ in range(nargs)])
    except TypeError:
      raise ValueError("invalid nargs value") from None
    return pattern % metavars(nargs)

  def _expand_help(self, action):
    params = dict(vars(action), prog=self._prog)
    for name, value in list(params.items()):
      if value is SUPPRESS:
        del params[name]
      elif hasattr(value, "__name__"):
        params[name] = value.__name__
    if params.get("choices") is not None:
      params["choices"] = ", ".join(map(str, params["choices"]))
    return self._get_help_string(action) % params

  def _iter_indented_subactions(self, action):
    try:
      subactions = action._get_subactions
    except AttributeError:
      return
    self._indent()
    yield from subactions()
    self._dedent()

  def _split_lines(self, text, width):
    import textwrap
    return textwrap.wrap(_in_one_line(text), width)

  def _fill_text(self, text, width, indent):
    import textwrap
    return textwrap.fill(_in_one_line(text), width, initial_indent=indent, subsequent_indent=indent)

  def _get_help_string(self, action):
    return action.help

  def _get_default_metavar_for_optional(self, action):
    return action.dest.upper()

  def _get_default_metavar_for_positional(self, action):
    return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
  """Descriptions and epilogs keep their lines."""

  def _fill_text(self, text, width, indent):
    return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
  """All texts keep their lines."""

  def _split_lines(self, text, width):
    return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
  """Adds the default to the help of each argument that can be left out."""

  def _get_help_string(self, action):
    text = action.help
    if text is None:
      text = ""
    if "%(default)" not in text and action.default is not SUPPRESS:
      if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
        text += " (default: %(default)s)"
    return text


class MetavarTypeHelpFormatter(HelpFormatter):
  """Values are named after their type."""

  def _get_default_metavar_for_optional(self, action):
    return action.type.__name__

  def _get_default_metavar_for_positional(self, action):
    return action.type.__name__
