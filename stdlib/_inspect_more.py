"""The parts of inspect that few programs use; inspect gives them when they are asked for."""

import builtins
import inspect
import types
from collections import namedtuple

from _inspect_source import BlockFinder, EndOfBlock

__name__ = "inspect"

Attribute = namedtuple("Attribute", "name kind defining_class object")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")
FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Arguments = namedtuple("Arguments", "args, varargs, varkw")


# Signatures of native classes, which have no function that carries one.
_TYPE_SIGNATURES = {
  "builtins": {
    "complex": "(real=0, imag=0)", "enumerate": "(iterable, start=0)", "float": "(x=0, /)", "list": "(iterable=(), /)", "memoryview": "(object)",
    "property": "(fget=None, fset=None, fdel=None, doc=None)", "reversed": "(sequence, /)", "tuple": "(iterable=(), /)",
    "function": "(code, globals, name=None, argdefs=None, closure=None)", "method": "(function, instance, /)", "module": "(name, doc=None)",
  },
  "itertools": {
    "accumulate": "(iterable, func=None, *, initial=None)", "combinations": "(iterable, r)", "combinations_with_replacement": "(iterable, r)",
    "compress": "(data, selectors)", "count": "(start=0, step=1)", "cycle": "(iterable, /)", "dropwhile": "(predicate, iterable, /)",
    "filterfalse": "(function, iterable, /)", "groupby": "(iterable, key=None)", "pairwise": "(iterable, /)", "permutations": "(iterable, r=None)",
    "starmap": "(function, iterable, /)", "takewhile": "(predicate, iterable, /)",
  },
  "_asyncio": {"Future": "(*, loop=None)", "Task": "(coro, *, loop=None, name=None, context=None)"},
  "asyncio.events": {
    "Handle": "(callback, args, loop, context=None)", "TimerHandle": "(when, callback, args, loop, context=None)",
  },
  "_io": {
    "BytesIO": "(initial_bytes=b'')", "FileIO": "(file, mode='r', closefd=True, opener=None)", "StringIO": "(initial_value='', newline='\\n')",
  },
  "_pickle": {
    "Pickler": "(file, protocol=None, fix_imports=True, buffer_callback=None)",
    "Unpickler": "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())",
  },
}


def type_signature(cls):
  """The text of a native class's signature, or of the base's that a class takes it from; None when none is known."""
  for base in cls.__mro__:
    if text := _TYPE_SIGNATURES.get(base.__module__, {}).get(base.__qualname__):
      return text
  return None


def _placed_text(name, record):
  """A record of a place in code, with its columns."""
  fields = [f"{field}={value!r}" for field, value in zip(record._fields, record)]
  return f"{name}({', '.join(fields)}, positions={record.positions!r})"


class Traceback(namedtuple("_Traceback", "filename lineno function code_context index")):
  """What getframeinfo() tells."""

  def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
    self = super().__new__(cls, filename, lineno, function, code_context, index)
    self.positions = positions
    return self

  def __repr__(self):
    return _placed_text("Traceback", self)


class FrameInfo(namedtuple("_FrameInfo", "frame filename lineno function code_context index")):
  """A frame and what getframeinfo() tells of it."""

  def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
    self = super().__new__(cls, frame, filename, lineno, function, code_context, index)
    self.positions = positions
    return self

  def __repr__(self):
    return _placed_text("FrameInfo", self)


def inherited_doc(object):
  """The docstring of what a method, property or class takes the place of, or None."""
  if isinstance(object, type):
    return next((base.__doc__ for base in object.__mro__ if base is not builtins.object and base.__doc__ is not None), None)
  if isinstance(object, types.MethodType):
    owner = object.__self__ if isinstance(object.__self__, type) else type(object.__self__)
  elif isinstance(object, types.FunctionType):
    owner = _class_of_function(object)
  elif isinstance(object, types.MemberDescriptorType):
    slots = getattr(object.__objclass__, "__slots__", None)
    return slots.get(object.__name__) if isinstance(slots, dict) else None
  elif isinstance(object, property) and object.fget is not None:
    object, owner = object.fget, _class_of_function(object.fget)
  else:
    return None
  if owner is None:
    return None
  for base in owner.__mro__:
    doc = getattr(getattr(base, object.__name__, None), "__doc__", None)
    if doc is not None:
      return doc
  return None


def _class_of_function(function):
  """The class whose body a function is in, as its qualified name tells, or None."""
  import sys
  found = sys.modules.get(function.__module__)
  for name in function.__qualname__.split(".")[:-1]:
    found = getattr(found, name, None)
  return found if isinstance(found, type) else None


def _positions(code, instruction):
  if instruction is None or instruction < 0:
    return None
  import itertools
  from dis import Positions
  return next((Positions(*found) for found in itertools.islice(code.co_positions(), instruction // 2, None)), None)


def getframeinfo(frame, context=1):
  """File, line, function and `context` lines around of a frame or a level of a traceback."""
  if inspect.istraceback(frame):
    positions = _positions(frame.tb_frame.f_code, frame.tb_lasti)
    lineno, frame = frame.tb_lineno, frame.tb_frame
  else:
    lineno = frame.f_lineno
    positions = _positions(frame.f_code, frame.f_lasti)
  if not inspect.isframe(frame):
    raise TypeError(f"{frame!r} is not a frame or traceback object")
  filename = inspect.getsourcefile(frame)
  lines = index = None
  if context > 0:
    import linecache
    source = linecache.getlines(filename, frame.f_globals)
    if source:
      start = max(0, min(lineno - 1 - context // 2, len(source) - context))
      lines, index = source[start:start + context], lineno - 1 - start
  return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def getlineno(frame):
  """The line a frame is at."""
  return frame.f_lineno


def _frame_info(frame, place, context):
  info = getframeinfo(place, context)
  return FrameInfo(frame, *info, positions=info.positions)


def getouterframes(frame, context=1):
  """Records of a frame and its callers, innermost first."""
  records = []
  while frame:
    records.append(_frame_info(frame, frame, context))
    frame = frame.f_back
  return records


def getinnerframes(tb, context=1):
  """Records of the levels of a traceback, outermost first."""
  records = []
  while tb:
    records.append(_frame_info(tb.tb_frame, tb, context))
    tb = tb.tb_next
  return records


def getargs(co):
  """The names of a code object's parameters."""
  if not inspect.iscode(co):
    raise TypeError(f"{co!r} is not a code object")
  count = co.co_argcount + co.co_kwonlyargcount
  names = list(co.co_varnames)
  args, rest = names[:count], names[count:]
  varargs = rest.pop(0) if co.co_flags & inspect.CO_VARARGS else None
  varkw = rest.pop(0) if co.co_flags & inspect.CO_VARKEYWORDS else None
  return Arguments(args, varargs, varkw)


def getargvalues(frame):
  """The names of a frame's parameters, and its variables."""
  return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                    formatvalue=lambda value: "=" + repr(value)):
  """The text "(a=1, *b=(2,))" of what getargvalues() gave."""
  parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
  if varargs:
    parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
  if varkw:
    parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
  return f"({', '.join(parts)})"


def formatannotationrelativeto(object):
  """A function that formats annotations for the module of an object."""
  module = getattr(object, "__module__", None)
  return lambda annotation: inspect.formatannotation(annotation, module)


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


def _home_of_dynamic(cls, name, value, mro, metas):
  """The class that an attribute comes from which is in no namespace of the class and its bases; None if that is not known."""
  home = None
  for base in mro:
    if getattr(base, name, None) is value:
      home = base
  for meta in metas:
    try:
      if meta.__getattr__(cls, name) is value:
        home = meta
    except AttributeError:
      continue
  return home or next((meta for meta in metas if name in meta.__dict__), None)


def classify_class_attrs(cls):
  """For each attribute of a class: its name, kind, the class that defines it, and the object."""
  mro = inspect.getmro(cls)
  metas = [meta for meta in inspect.getmro(type(cls)) if meta not in (type, object)]
  names = dict.fromkeys(dir(cls))
  dynamic = inspect._dynamic_attributes()
  for base in mro:
    names |= dict.fromkeys(name for name, value in base.__dict__.items() if isinstance(value, dynamic) and value.fget is not None)
  if "__annotations__" in names:
    getattr(cls, "__annotations__", None)  # Reading them gives the class a dictionary of its own.
  result = []
  for name in names:
    home, found = None, None
    for base in mro:
      if name in base.__dict__:
        home, found = base, base.__dict__[name]
        break
    if home is None:
      try:
        found = getattr(cls, name)
      except AttributeError:
        continue
      home = _home_of_dynamic(cls, name, found, mro, metas)
      if home is None:
        continue
      found = home.__dict__.get(name, found)
    obj = found
    if isinstance(found, staticmethod) or inspect.isbuiltin(found):
      kind = "static method"
    elif isinstance(found, (classmethod, types.ClassMethodDescriptorType)):
      kind = "class method"
    elif isinstance(found, property):
      kind = "property"
    else:
      if name != "__dict__":
        try:
          obj = getattr(cls, name)  # what a descriptor of the program gives counts
        except Exception:
          pass
      kind = "method" if inspect.isroutine(obj) else "data"
    result.append(Attribute(name, kind, home, obj))
  return result


def _raise_too_many(func, spec, given, values):
  required = len(spec.args) - len(spec.defaults or ())
  takes = f"from {required} to {len(spec.args)}" if spec.defaults else required
  keywords = sum(name in values for name in spec.kwonlyargs)
  of_them = f" positional argument{'s'[:given != 1]} (and {keywords} keyword-only argument{'s'[:keywords != 1]})" if keywords else ""
  were = "was" if given == 1 and not keywords else "were"
  raise TypeError(f"{func.__name__}() takes {takes} positional argument{'s'[:takes != 1]} but {given}{of_them} {were} given")


def _raise_missing(func, kind, names):
  *others, last = [repr(name) for name in names]
  listed = f"{', '.join(others)} and {last}" if others else last
  raise TypeError(f"{func.__name__}() missing {len(names)} required {kind} argument{'s'[:len(names) != 1]}: {listed}")


def getcallargs(func, /, *positional, **named):
  """The names of the parameters with what a call would give them."""
  if inspect.ismethod(func) and func.__self__ is not None:
    positional = (func.__self__, *positional)
    func = func.__func__
  spec = inspect.getfullargspec(func)
  values = dict(zip(spec.args, positional))
  if spec.varargs:
    values[spec.varargs] = positional[len(spec.args):]
  if spec.varkw:
    values[spec.varkw] = {}
  for name, value in named.items():
    if name not in spec.args and name not in spec.kwonlyargs:
      if not spec.varkw:
        raise TypeError(f"{func.__name__}() got an unexpected keyword argument {name!r}")
      values[spec.varkw][name] = value
    elif name in values:
      raise TypeError(f"{func.__name__}() got multiple values for argument {name!r}")
    else:
      values[name] = value
  if len(positional) > len(spec.args) and not spec.varargs:
    _raise_too_many(func, spec, len(positional), values)
  defaults = dict(zip(reversed(spec.args), reversed(spec.defaults or ())))
  for kind, names, defaults in (("positional", spec.args, defaults), ("keyword-only", spec.kwonlyargs, spec.kwonlydefaults or {})):
    missing = [name for name in names if name not in values and name not in defaults]
    if missing:
      _raise_missing(func, kind, missing)
    for name in names:
      values.setdefault(name, defaults.get(name))
  return values


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
