"""The parts of inspect that few programs use; inspect gives them when they are asked for."""

import inspect
import types
from collections import namedtuple

__name__ = "inspect"

Attribute = namedtuple("Attribute", "name kind defining_class object")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")
FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")


def getmembers_static(object, predicate=None):
  """getmembers() without running descriptors and __getattr__()."""
  mro = (object, *object.__mro__) if inspect.isclass(object) else ()
  names = list(dir(object))
  results = []
  for name in dict.fromkeys(names):
    try:
      value = inspect.getattr_static(object, name)
    except AttributeError:
      for base in mro:
        if name in base.__dict__:
          value = base.__dict__[name]
          break
      else:
        continue
    if predicate is None or predicate(value):
      results.append((name, value))
  return sorted(results, key=lambda pair: pair[0])


def classify_class_attrs(cls):
  """For each attribute of a class: its name, kind, the class that defines it, and the object."""
  mro = inspect.getmro(cls)
  names = dict.fromkeys(dir(cls))
  result = []
  for name in names:
    home, found = None, None
    for base in mro:
      if name in base.__dict__:
        home, found = base, base.__dict__[name]
        break
    if home is None:
      try:
        found, home = getattr(cls, name), type(cls)
      except AttributeError:
        continue
    obj = found
    if isinstance(found, (staticmethod, types.BuiltinMethodType)):
      kind = "static method"
    elif isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
      kind = "class method"
    elif isinstance(found, property):
      kind = "property"
    elif inspect.isroutine(found):
      kind = "method"
    else:
      kind = "data"
    result.append(Attribute(name, kind, home, obj))
  return result


def getcallargs(func, /, *positional, **named):
  """The names of the parameters with what a call would give them."""
  if inspect.ismethod(func) and func.__self__ is not None:
    positional = (func.__self__, *positional)
    func = func.__func__
  bound = inspect.signature(func).bind(*positional, **named)
  bound.apply_defaults()
  return dict(bound.arguments)


def getclosurevars(func):
  """The names that a function uses from outside, with their values."""
  if inspect.ismethod(func):
    func = func.__func__
  if not inspect.isfunction(func):
    raise TypeError(f"{func!r} is not a Python function")
  code = func.__code__
  nonlocals = {}
  for name, cell in zip(code.co_freevars, func.__closure__ or ()):
    try:
      nonlocals[name] = cell.cell_contents
    except ValueError:
      pass
  global_names, builtin_names, unbound = {}, {}, set()
  builtins = func.__globals__.get("__builtins__", __builtins__)
  builtins = builtins.__dict__ if inspect.ismodule(builtins) else builtins
  for name in code.co_names:
    if name in ("None", "True", "False"):
      continue
    if name in func.__globals__:
      global_names[name] = func.__globals__[name]
    elif name in builtins:
      builtin_names[name] = builtins[name]
    else:
      unbound.add(name)
  return ClosureVars(nonlocals, global_names, builtin_names, unbound)


def getabsfile(object, _filename=None):
  """The absolute path of the file of an object."""
  import os
  path = _filename or inspect.getsourcefile(object) or inspect.getfile(object)
  return os.path.normcase(os.path.abspath(path))


def getcomments(object):
  """The comments before an object's source."""
  try:
    lines, lineno = inspect.findsource(object)
  except (OSError, TypeError):
    return None
  if inspect.ismodule(object):
    start = 1 if lines and lines[0][:2] == "#!" else 0
    while start < len(lines) and lines[start].strip() in ("", "#"):
      start += 1
    end = start
    while end < len(lines) and lines[end][:1] == "#":
      end += 1
    return "".join([line.expandtabs() for line in lines[start:end]]) or None
  start = lineno
  indent = len(lines[lineno]) - len(lines[lineno].lstrip()) if lineno < len(lines) else 0
  while start > 0:
    line = lines[start - 1].expandtabs()
    if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) != indent:
      break
    start -= 1
  return "".join([line.expandtabs().lstrip() for line in lines[start:lineno]]) or None


def ismethodwrapper(object):
  """Whether it is a bound special method of a built-in object."""
  return isinstance(object, types.MethodWrapperType)


def indentsize(line):
  """The width of the blanks at the beginning of a line."""
  expanded = line.expandtabs()
  return len(expanded) - len(expanded.lstrip())


def walktree(classes, children, parent):
  """Helper of getclasstree()."""
  results = []
  for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
    results.append((cls, cls.__bases__))
    if cls in children:
      results.append(walktree(children[cls], children, cls))
  return results


def getclasstree(classes, unique=False):
  """Nested lists that show which class derives from which."""
  children, roots = {}, []
  for cls in classes:
    if cls.__bases__:
      for parent in cls.__bases__:
        below = children.setdefault(parent, [])
        if cls not in below:
          below.append(cls)
        if unique and parent in classes:
          break
    elif cls not in roots:
      roots.append(cls)
  for parent in children:
    if parent not in classes:
      roots.append(parent)
  return walktree(roots, children, None)
