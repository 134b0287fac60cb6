"""What Tab offers at the prompt: names, attributes, keywords, modules, keys of dictionaries, commands.

Nothing of the program runs but `__dir__`: attributes are looked up where they lie, without properties and `__getattr__`.
"""
import builtins
import keyword
import re
import sys
from _traceback import library_modules
from inspect import getattr_static
from types import GetSetDescriptorType, MemberDescriptorType, ModuleType

_PATH = r"[^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*)*"
_IMPORT = re.compile(r"\s*(?:import\s+(?:.*,\s*)?|from\s+)([\w.]*)$")
_IMPORT_FROM = re.compile(r"\s*from\s+([\w.]+)\s+import\s+(?:\(\s*)?(?:.*,\s*)?(\w*)$", re.DOTALL)
_KEY = re.compile(rf"({_PATH})\[\s*([rb]?['\"](?:[^'\"\\]|\\.)*|[\w.]*)$")
_ATTRIBUTE = re.compile(rf"(?<![\w.)\]'\"])({_PATH})\s*\.\s*(\w*)$")
_NAME = re.compile(r"(?<![\w.])([^\W\d]\w*)$")
_MISSING = object()


def complete(text, namespace):
  """(the end of the text that is replaced, sorted list of what may stand there)."""
  line = text[text.rfind("\n") + 1:]
  for pattern, candidates in _WAYS:
    match = pattern.search(text if pattern is not _IMPORT else line)
    if match:
      replaced, words = candidates(match, namespace)
      words = sorted({word for word in words if word.startswith(replaced)}, key=lambda word: (word.startswith("_"), word))
      if words:
        return replaced, words
  return "", []


def _commands(match, namespace):
  import _prompt_commands
  return match[1], _prompt_commands.names()


def _imported_modules(match, namespace):
  package, dot, _ = match[1].rpartition(".")
  return match[1], [package + dot + name for name in _modules_in(package)]


def _imported_names(match, namespace):
  module = sys.modules.get(match[1])
  names = _dir(module) if module is not None else []
  return match[2], [*names, *_modules_in(match[1])]


def _keys(match, namespace):
  owner = _resolve(match[1], namespace)
  if type(owner) is not dict:
    return match[2], []
  return match[2], [_key_text(key, match[2]) + "]" for key in list(owner) if type(key) in (str, int, bytes)]


def _key_text(key, typed):
  """A key as it is written, with the quotes that were typed."""
  text = repr(key)
  if type(key) is str and typed[:1] == '"' and '"' not in text:
    text = '"' + text[1:-1] + '"'
  return text


def _attributes(match, namespace):
  owner = _resolve(match[1], namespace)
  if owner is _MISSING:
    return match[2], []
  names = _dir(owner)
  return match[2], names if match[2].startswith("_") else [name for name in names if not name.startswith("_")]


def _names(match, namespace):
  names = [*namespace, *vars(builtins), *keyword.kwlist, *keyword.softkwlist]
  return match[1], [name for name in names if type(name) is str and (match[1].startswith("_") or not name.startswith("_"))]


_WAYS = [
  (re.compile(r"^:(\w*)$"), _commands),
  (_IMPORT_FROM, _imported_names),
  (_IMPORT, _imported_modules),
  (_KEY, _keys),
  (_ATTRIBUTE, _attributes),
  (_NAME, _names),
]


def _dir(owner):
  try:
    return [name for name in _all_names(owner) if type(name) is str]
  except Exception:
    return []


def _all_names(owner):
  """As dir(), which asks the object for `__class__` and `__dict__` and may so run its `__getattribute__`."""
  if getattr_static(type(owner), "__dir__", None) is not object.__dir__:
    return dir(owner)
  names = type.__dir__(type(owner))
  own = getattr_static(owner, "__dict__", None)
  return [*names, *own.__get__(owner)] if type(own) is GetSetDescriptorType else names


def _resolve(path, namespace):
  """The object of a dotted name, or _MISSING when finding it would run code."""
  first, *rest = (part.strip() for part in path.split("."))
  found = namespace.get(first, _MISSING)
  if found is _MISSING:
    found = vars(builtins).get(first, _MISSING)
  for name in rest:
    if found is _MISSING:
      return _MISSING
    found = _attribute(found, name)
  return found


def _attribute(owner, name):
  if type(owner) is ModuleType:
    return vars(owner).get(name, _MISSING)
  try:
    found = getattr_static(owner, name, _MISSING)
  except Exception:
    return _MISSING
  if type(found) is MemberDescriptorType:  # a slot
    try:
      return found.__get__(owner)
    except AttributeError:
      return _MISSING
  if type(found) in (staticmethod, classmethod):
    return found.__func__
  computed = all(getattr_static(type(found), name, _MISSING) is not _MISSING for name in ("__get__", "__set__"))
  return _MISSING if computed else found


def _modules_in(package):
  """Names of the modules of a package, or of all that can be imported."""
  if not package:
    names = {name for name in (*sys.builtin_module_names, *library_modules()) if not name.startswith("_") and "." not in name}
    folders = sys.path
  else:
    module = sys.modules.get(package)
    names = {name[len(package) + 1:].partition(".")[0] for name in (*sys.modules, *library_modules()) if name.startswith(package + ".")}
    folders = getattr(module, "__path__", ()) if type(module) is ModuleType else ()
  import os
  for folder in folders:
    try:
      entries = os.listdir(folder or ".")
    except (OSError, TypeError):
      continue
    for entry in entries:
      stem = entry[:-3] if entry.endswith(".py") else entry
      whole = os.path.join(folder or ".", entry, "__init__.py")
      if stem.isidentifier() and (entry.endswith(".py") or os.path.exists(whole)):
        names.add(stem)
  return names
