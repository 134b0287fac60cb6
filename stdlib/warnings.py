"""Warnings: shown once for each place by default, turned into errors or ignored by filters."""

import sys
from _warnings import warn, warn_explicit

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings", "catch_warnings"]

filters = [
  ("default", None, DeprecationWarning, "__main__", 0),
  ("ignore", None, DeprecationWarning, None, 0),
  ("ignore", None, PendingDeprecationWarning, None, 0),
  ("ignore", None, ImportWarning, None, 0),
  ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_filters_version = 0


class WarningMessage:
  """What catch_warnings(record=True) collects."""

  _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

  def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
    self.message = message
    self.category = category
    self.filename = filename
    self.lineno = lineno
    self.file = file
    self.line = line
    self.source = source
    self._category_name = category.__name__ if category else None

  def __str__(self):
    return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
  """The text of a warning."""
  if line is None:
    import linecache
    line = linecache.getline(filename, lineno)
  text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
  line = line.strip() if line else ""
  return text + (f"  {line}\n" if line else "")


_formatwarning = formatwarning


def _format_message(msg):
  text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
  if msg.source is not None and formatwarning is _formatwarning:
    text += f"{msg.category.__name__}: Enable tracemalloc to get the object allocation traceback\n"
  return text


def showwarning(message, category, filename, lineno, file=None, line=None):
  """Write a warning to a file, stderr by default."""
  _write(WarningMessage(message, category, filename, lineno, file, line))


_showwarning = showwarning


def _write(msg):
  file = msg.file
  if file is None:
    file = sys.stderr
    if file is None:
      return
  text = _format_message(msg)
  try:
    file.write(text)
    if msg.category is RuntimeWarning and file is sys.__stderr__ and "' was never awaited" in str(msg.message):
      from _inspector import hints_wanted
      if hints_wanted():
        file.write(f"hint: it was made at {msg.filename}:{msg.lineno}; put `await` before the call, or start it with asyncio.create_task()\n")
  except OSError:
    pass


def _showwarnmsg(msg):
  show = globals().get("showwarning", _showwarning)  # a program may delete it
  if show is not _showwarning:
    show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
  else:
    _write(msg)


def _check_action(action):
  if action not in ("error", "ignore", "always", "default", "module", "once"):
    raise AssertionError(f"invalid action: {action!r}")


def _add_filter(item, append):
  global _filters_version
  if append:
    if item not in filters:
      filters.append(item)
  else:
    try:
      filters.remove(item)
    except ValueError:
      pass
    filters.insert(0, item)
  _filters_version += 1


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
  """Add a filter. The message and the module are regular expressions for the beginning of what they are compared with."""
  _check_action(action)
  assert isinstance(message, str), "message must be a string"
  assert isinstance(category, type), "category must be a class"
  assert issubclass(category, Warning), "category must be a Warning subclass"
  assert isinstance(module, str), "module must be a string"
  assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
  if message or module:
    import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
  _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
  """Add a filter for a category."""
  _check_action(action)
  assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
  _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
  """Remove all filters."""
  global _filters_version
  filters[:] = []
  _filters_version += 1


def _matches(pattern, text, whole):
  if pattern is None:
    return True
  if not isinstance(pattern, str):
    return bool(pattern.match(text))
  pattern, text = pattern.lower(), text.lower()
  return text == pattern if whole else text.startswith(pattern)


def _issue(message, category, filename, lineno, module, registry, source):
  """What warn() and warn_explicit() do once the place is known; without a registry only "once" remembers anything."""
  if registry is None:
    registry, once = {}, onceregistry
  else:
    once = registry
  for known in (registry, once):
    if known.get("version") != _filters_version:
      known.clear()
      known["version"] = _filters_version
  if isinstance(message, Warning):
    text = str(message)
    category = message.__class__
  else:
    text = message
    message = category(message)
  key = (text, category, lineno)
  if registry.get(key):
    return
  for action, msg, cat, mod, ln in filters:
    if _matches(msg, text, False) and issubclass(category, cat) and _matches(mod, module, True) and (ln == 0 or lineno == ln):
      break
  else:
    action = defaultaction
  if action == "ignore":
    return
  if action == "error":
    raise message
  if action in ("once", "module"):  # both for the registry's module, as in CPython's native half
    registry[key] = True
    altkey, shown = (text, category), once if action == "once" else registry
    if shown.get(altkey):
      return
    shown[altkey] = True
  elif action == "default":
    registry[key] = True
  _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _warn_unawaited_coroutine(coroutine, filename, lineno, globals):
  """The interpreter found a coroutine that nobody will await; the place is where it was made, or None."""
  text = f"coroutine '{coroutine.__qualname__}' was never awaited"
  if coroutine.cr_origin is not None:
    import traceback
    levels = [(name, line, function, None) for name, line, function in reversed(coroutine.cr_origin)]
    text += "\nCoroutine created at (most recent call last)\n" + "".join(traceback.format_list(levels)).rstrip("\n")
    filename, lineno = coroutine.cr_origin[0][:2]
  if filename is None:
    warn_explicit(text, RuntimeWarning, "sys", lineno, "sys", {}, source=coroutine)
    return
  registry = globals.setdefault("__warningregistry__", {})
  warn_explicit(text, RuntimeWarning, filename, lineno, globals.get("__name__", "<string>"), registry, globals, coroutine)


class catch_warnings:
  """Restores the filters at the end of the block; record=True collects warnings in a list."""

  def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
    self._record = record
    self._module = sys.modules["warnings"] if module is None else module
    self._entered = False
    self._filter = None if action is None else (action, category, lineno, append)

  def __repr__(self):
    args = []
    if self._record:
      args.append("record=True")
    if self._module is not sys.modules["warnings"]:
      args.append("module=" + repr(self._module))
    return f"{type(self).__name__}({', '.join(args)})"

  def __enter__(self):
    global _filters_version
    if self._entered:
      raise RuntimeError(f"Cannot enter {self!r} twice")
    self._entered = True
    module = self._module
    self._filters = module.filters
    module.filters = self._filters[:]
    _filters_version += 1
    self._showwarning = module.showwarning
    self._write = module._write
    if self._filter is not None:
      simplefilter(*self._filter)
    if self._record:
      log = []
      module._write = log.append
      module.showwarning = module._showwarning
      return log
    return None

  def __exit__(self, *exc_info):
    global _filters_version
    if not self._entered:
      raise RuntimeError(f"Cannot exit {self!r} without entering first")
    self._module.filters = self._filters
    _filters_version += 1
    self._module.showwarning = self._showwarning
    self._module._write = self._write


class deprecated:
  """Decorator that warns whenever the function is called or the class is made."""

  def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
    if not isinstance(message, str):
      raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
    self.message = message
    self.category = category
    self.stacklevel = stacklevel

  def __call__(self, arg, /):
    msg, category, stacklevel = self.message, self.category, self.stacklevel
    if category is None:
      arg.__deprecated__ = msg
      return arg
    if isinstance(arg, type):
      original_new = arg.__new__

      def __new__(cls, /, *args, **kwargs):
        if cls is arg:
          warn(msg, category=category, stacklevel=stacklevel + 1)
        if original_new is not object.__new__:
          return original_new(cls, *args, **kwargs)
        return original_new(cls)

      arg.__new__ = staticmethod(__new__)
      arg.__deprecated__ = msg
      return arg
    import functools

    @functools.wraps(arg)
    def wrapper(*args, **kwargs):
      warn(msg, category=category, stacklevel=stacklevel + 1)
      return arg(*args, **kwargs)

    arg.__deprecated__ = wrapper.__deprecated__ = msg
    return wrapper


class _OptionError(Exception):
  """A -W option that makes no sense."""


def _getcategory(name):
  if not name:
    return Warning
  full = name
  module, _, name = name.rpartition(".")
  if not module:
    import builtins as owner
  else:
    try:
      owner = __import__(module, None, None, [name])
    except ImportError:
      raise _OptionError(f"invalid module name: {module!r}") from None
  try:
    category = getattr(owner, name)
  except AttributeError:
    raise _OptionError(f"unknown warning category: {full!r}") from None
  if not (isinstance(category, type) and issubclass(category, Warning)):
    raise _OptionError(f"invalid warning category: {full!r}")
  return category


def _getaction(action):
  if not action or action == "all":
    return "always" if action else "default"
  for known in ("default", "always", "ignore", "module", "once", "error"):
    if known.startswith(action):
      return known
  raise _OptionError(f"invalid action: {action!r}")


def _setoption(option):
  """Add the filter of one -W option: action:message:category:module:line."""
  parts = option.split(":")
  if len(parts) > 5:
    raise _OptionError(f"too many fields (max 5): {option!r}")
  parts += [""] * (5 - len(parts))
  action, message, category, module, lineno = [part.strip() for part in parts]
  action = _getaction(action)
  category = _getcategory(category)
  try:
    lineno = int(lineno) if lineno else 0
    if lineno < 0:
      raise ValueError
  except ValueError:
    raise _OptionError(f"invalid lineno {lineno!r}") from None
  filterwarnings(action, message, category, module, lineno)


for _option in sys.warnoptions:
  try:
    _setoption(_option)
  except _OptionError as error:
    print("Invalid -W option ignored:", error, file=sys.stderr)
