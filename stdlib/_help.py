"""What help(object) prints: the text about functions, methods, properties, classes and their instances, laid out as pydoc does."""

import builtins
import inspect
import re
import reprlib
import sys

_HIDDEN = {"__author__", "__builtins__", "__cached__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__keywords__", "__loader__",
           "__module__", "__name__", "__package__", "__path__", "__qualname__", "__slots__", "__spec__", "__version__"}
_RULE = "-" * 70
_LONGEST_VALUE = 70
_KINDS = (("Methods", "method"), ("Class methods", "class method"), ("Static methods", "static method"),
          ("Readonly properties", "readonly property"), ("Data descriptors", "data descriptor"), ("Data and other attributes", "data"))


class _Short(reprlib.Repr):
  """The text of values, with the middle of long ones left out."""

  def __init__(self):
    super().__init__()
    self.maxtuple, self.maxlist, self.maxdict, self.maxstring, self.maxother = 20, 10, 10, 100, 100

  def repr_str(self, text, level):
    return repr(self._cram(text))

  def repr_instance(self, value, level):
    return self._cram(re.sub(" at 0x[0-9a-f]{6,16}(>+)$", r"\1", repr(value), flags=re.IGNORECASE))

  def _cram(self, text):
    if len(text) <= self.maxstring:
      return text
    before = (self.maxstring - 3) // 2
    return f"{text[:before]}...{text[before + 3 - self.maxstring:]}"


_short = _Short()


def show(object):
  sys.stdout.write(text_about(object) + "\n")


def text_about(object):
  if isinstance(object, str):
    found = _named(object)
    if found is None:
      return (f"No Python documentation found for {object!r}.\nUse help() to get the interactive help utility.\n"
              "Use help(str) for help on the str class.\n")
    object = found
  title = "Help on " + _describe(object)
  module = inspect.getmodule(object)
  if module is not None and module is not object:
    title += " in module " + module.__name__
  if not (inspect.ismodule(object) or inspect.isclass(object) or inspect.isroutine(object) or inspect.isdatadescriptor(object)):
    object = type(object)
    title += " object"
  return f"{title}:\n\n{_document(object, None, None)}"


def _named(path):
  """What a dotted name leads to, from the builtins or an imported module."""
  first, *rest = path.split(".")
  found = getattr(builtins, first, sys.modules.get(first))
  for name in rest:
    found = getattr(found, name, None)
  return found


def _describe(object):
  for holds, words in ((inspect.ismodule, "module"), (inspect.isbuiltin, "built-in function"), (inspect.isclass, "class"),
                       (inspect.isfunction, "function"), (inspect.ismethod, "method")):
    if holds(object):
      return f"{words} {object.__name__}"
  if inspect.isgetsetdescriptor(object) or inspect.ismemberdescriptor(object):
    kind = "getset" if inspect.isgetsetdescriptor(object) else "member"
    return f"{kind} descriptor {object.__objclass__.__module__}.{object.__objclass__.__name__}.{object.__name__}"
  return type(object).__name__


def _doc(object):
  """Its own docstring, or the comment above it. Methods have those of what they override, classes and values none of their bases or classes."""
  if inspect.isclass(object):
    own = object.__dict__.get("__doc__")
    doc = inspect.cleandoc(own) if isinstance(own, str) else None
  else:
    doc = inspect.getdoc(object)
  if doc is None and (inspect.isfunction(object) or inspect.isclass(object)):
    doc = inspect.getcomments(object)
  return re.sub("^ *\n", "", doc.rstrip()) if doc else ""


def _indent(text, prefix="    "):
  return "\n".join(prefix + line for line in text.split("\n"))


def _document(object, name, owner):
  if inspect.ismodule(object):
    return _document_module(object)
  if inspect.isclass(object):
    return _document_class(object, name)
  if inspect.isroutine(object):
    return _document_routine(object, name, owner)
  return _document_descriptor(object, name)


def _document_module(module):
  doc = _doc(module)
  summary, _, rest = doc.partition("\n")
  text = f"NAME\n    {module.__name__}{' - ' + summary if summary else ''}\n\n"
  if rest.strip():
    text += f"DESCRIPTION\n{_indent(rest.strip())}\n\n"
  return text


def _class_name(cls, home):
  return cls.__name__ if cls.__module__ == home else f"{cls.__module__}.{cls.__name__}"


def _signature(object):
  try:
    return str(inspect.signature(object))
  except (ValueError, TypeError):
    return None


def _document_routine(routine, name, owner):
  real = routine.__name__
  name = name or real
  note, aliased = "", False
  if inspect.ismethod(routine) or (inspect.isbuiltin(routine) and not inspect.ismodule(routine.__self__) and owner is None):
    holder = type(routine.__self__)
    note = f" from {_class_name(holder, None)}" if owner else f" method of {_class_name(holder, None)} instance"
  title = name
  if name != real:
    aliased = owner is not None and inspect.getattr_static(owner, real, None) is routine
    title = f"{name} = {real}"
  signature = _signature(routine) or "(...)"
  if real == "<lambda>":
    title, signature = f"{name} lambda ", signature[1:-1]
  prefix = "async " if inspect.iscoroutinefunction(routine) or inspect.isasyncgenfunction(routine) else ""
  head = f"{prefix}{title}{signature}{note}\n"
  doc = "" if aliased else _doc(routine)
  return head + (_indent(doc).rstrip() + "\n" if doc else "")


def _document_descriptor(descriptor, name):
  doc = _doc(descriptor)
  name = name or getattr(descriptor, "__name__", None)
  return (name + "\n" if name else "") + (_indent(doc) + "\n" if doc else "")


def _document_value(value, name, doc):
  shown = _short.repr(value)
  excess = len(name) + 3 + len(shown) - _LONGEST_VALUE
  if excess > 0:
    shown = shown[:-excess] + "..."
  doc = doc or (_doc(value) if inspect.isroutine(value) or inspect.isclass(value) else "")
  return f"{name} = {shown}" + (f"\n{_indent(doc)}\n" if doc else "") + "\n"


def _is_shown(name, cls):
  if name in _HIDDEN:
    return False
  if name.startswith("__") and name.endswith("__"):
    return True
  if name.startswith("_") and hasattr(cls, "_fields"):
    return True
  return not name.startswith("_")


def _kind(attribute):
  if isinstance(attribute.object, property):
    return "readonly property" if attribute.object.fset is None else "data descriptor"
  if attribute.kind in ("method", "class method", "static method"):
    return attribute.kind
  return "data descriptor" if inspect.isdatadescriptor(attribute.object) else "data"


def _document_class(cls, name):
  home = cls.__module__
  bases = ", ".join(_class_name(base, home) for base in cls.__bases__)
  title = f"class {cls.__name__}" if name in (None, cls.__name__) else f"{name} = class {cls.__name__}"
  title += f"({bases})" if bases else ""
  parts = []
  signature = _signature(cls)
  if signature and signature != "()":
    parts.append(f"{cls.__name__}{signature}\n")
  doc = _doc(cls)
  if doc:
    parts.append(doc + "\n")
  order = inspect.getmro(cls)
  if len(order) > 2:
    parts.append("Method resolution order:\n" + "".join(f"    {_class_name(base, home)}\n" for base in order))
  parts += _attribute_parts(cls, order, home)
  text = "\n".join(parts)
  return f"{title}\n" + (_indent(text.rstrip(), " |  ") + "\n" if text else "")


def _attribute_parts(cls, order, home):
  """The groups of attributes, by the class that defines them and by what they are."""
  attributes = sorted((a for a in inspect.classify_class_attrs(cls) if _is_shown(a.name, cls)), key=lambda a: a.name)
  parts, started = [], False
  for owner in order:
    if owner is object and cls is not object:
      continue
    where = "defined here" if owner is cls else f"inherited from {_class_name(owner, home)}"
    for heading, kind in _KINDS:
      group = [a for a in attributes if a.defining_class is owner and _kind(a) == kind]
      if not group:
        continue
      if started:
        parts.append(_RULE)
      started = True
      parts.append(f"{heading} {where}:\n")
      parts += [_document_attribute(attribute, kind, cls) for attribute in group]
  return parts


def _document_attribute(attribute, kind, cls):
  name = attribute.name
  if kind in ("readonly property", "data descriptor"):
    return _document_descriptor(attribute.object, name)
  value = getattr(cls, name, attribute.object)
  if kind == "data":
    doc = _doc(attribute.object) if callable(attribute.object) or inspect.isdatadescriptor(attribute.object) else ""
    return _document_value(value, name, doc)
  return _document(value, name, cls)
