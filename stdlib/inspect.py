"""What live objects are: kinds of functions, signatures, members, source."""

import sys

from _types import _function_kind, _is_iterable_coroutine
from keyword import iskeyword
from types import (AsyncGeneratorType, BuiltinFunctionType, BuiltinMethodType, ClassMethodDescriptorType, CodeType, CoroutineType, DynamicClassAttribute, FrameType,
                   FunctionType, GeneratorType, GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, MethodType,
                   MethodWrapperType, ModuleType, NoneType, TracebackType, WrapperDescriptorType)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


# -- kinds of objects


def ismodule(object):
  """Whether it is a module."""
  return isinstance(object, ModuleType)


def isclass(object):
  """Whether it is a class."""
  return isinstance(object, type)


def ismethod(object):
  """Whether it is a bound method written in the language."""
  return isinstance(object, MethodType)


def isfunction(object):
  """Whether it is a function written in the language."""
  return isinstance(object, FunctionType)


def isbuiltin(object):
  """Whether it is a native function or a bound native method."""
  return isinstance(object, (BuiltinFunctionType, BuiltinMethodType))


def ismethoddescriptor(object):
  """Whether it is a descriptor of methods, but no function, method or class."""
  if isclass(object) or ismethod(object) or isfunction(object):
    return False
  tp = type(object)
  return hasattr(tp, "__get__") and not hasattr(tp, "__set__")


def isdatadescriptor(object):
  """Whether it is a descriptor that can be assigned or deleted."""
  if isclass(object) or ismethod(object) or isfunction(object):
    return False
  tp = type(object)
  return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
  """Whether it is a descriptor of a slot."""
  return isinstance(object, MemberDescriptorType)


def isgetsetdescriptor(object):
  """Whether it is a native attribute."""
  return isinstance(object, GetSetDescriptorType)


def isroutine(object):
  """Whether it is any kind of function or method."""
  return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or isinstance(object, MethodWrapperType)


def isabstract(object):
  """Whether it is an abstract class."""
  if not isclass(object):
    return False
  if hasattr(object, "__abstractmethods__"):
    return bool(object.__abstractmethods__)
  # __init_subclass__() runs before ABCMeta has found them.
  from abc import ABCMeta
  inherited = [getattr(object, name, None) for base in object.__bases__ for name in getattr(base, "__abstractmethods__", ())]
  return issubclass(type(object), ABCMeta) and any(getattr(value, "__isabstractmethod__", False)
                                                   for value in [*object.__dict__.values(), *inherited])


def _unwrap_partial(f):
  while type(f) is not FunctionType:
    if ismethod(f):
      f = f.__func__
      continue
    from functools import partial
    if not isinstance(f, partial):
      break
    f = f.func
  return f


def _makes(obj, kind, flag):
  """Whether a function, also behind methods and partials, is of this _function_kind(). Something that poses as a function, like a mock, is asked for its flags."""
  function = _unwrap_partial(obj)
  if type(function) is not FunctionType and isinstance(function, FunctionType):
    return bool(function.__code__.co_flags & flag)
  return bool(_function_kind(function) & kind)


def isgeneratorfunction(obj):
  """Whether calling it makes a generator."""
  return _makes(obj, 1, CO_GENERATOR)


def iscoroutinefunction(obj):
  """Whether it was written with async def."""
  return _makes(obj, 2, CO_COROUTINE) or getattr(_unwrap_partial(obj), "_is_coroutine_mark", None) is _mark_of_coroutines


_mark_of_coroutines = object()


def markcoroutinefunction(func):
  """Make iscoroutinefunction() true for a function that returns a coroutine."""
  getattr(func, "__func__", func)._is_coroutine_mark = _mark_of_coroutines
  return func


def isasyncgenfunction(obj):
  """Whether calling it makes an asynchronous generator."""
  return _makes(obj, 4, CO_ASYNC_GENERATOR)


def isasyncgen(object):
  """Whether it is an asynchronous generator."""
  return isinstance(object, AsyncGeneratorType)


def isgenerator(object):
  """Whether it is a generator."""
  return isinstance(object, GeneratorType)


def iscoroutine(object):
  """Whether it is a coroutine."""
  return isinstance(object, CoroutineType)


def isawaitable(object):
  """Whether it can be awaited."""
  if isinstance(object, CoroutineType) or _is_iterable_coroutine(object):
    return True
  from collections.abc import Awaitable
  return isinstance(object, Awaitable)


def istraceback(object):
  """Whether it is a traceback."""
  return isinstance(object, TracebackType)


def isframe(object):
  """Whether it is a frame."""
  return isinstance(object, FrameType)


def iscode(object):
  """Whether it is a code object."""
  return isinstance(object, CodeType)


def getgeneratorstate(generator):
  """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED."""
  if generator.gi_running:
    return GEN_RUNNING
  if generator.gi_suspended:
    return GEN_SUSPENDED
  return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
  """The local variables of a generator; nothing once it is closed."""
  if not isgenerator(generator):
    raise TypeError(f"{generator!r} is not a Python generator")
  frame = generator.gi_frame
  return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
  """The local variables of a coroutine; nothing once it is closed."""
  frame = getattr(coroutine, "cr_frame", None)
  return frame.f_locals if frame is not None else {}


def getcoroutinestate(coroutine):
  """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED."""
  if coroutine.cr_running:
    return CORO_RUNNING
  if coroutine.cr_suspended:
    return CORO_SUSPENDED
  return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getasyncgenstate(agen):
  """AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED or AGEN_CLOSED."""
  if agen.ag_running:
    return AGEN_RUNNING
  if getattr(agen, "ag_suspended", False):
    return AGEN_SUSPENDED
  return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


# -- members


def _dynamic_attributes():
  """Classes of attributes that are those of instances, while the class may have others of the same name."""
  enum = sys.modules.get("enum")
  return (DynamicClassAttribute, enum.property) if enum is not None else DynamicClassAttribute


def getmembers(object, predicate=None):
  """Sorted pairs of name and value of the attributes, of those that the predicate accepts."""
  results = []
  names = dir(object)
  if isclass(object):
    mro = (object,) + object.__mro__
    names += [name for base in object.__bases__ for name, value in base.__dict__.items() if isinstance(value, _dynamic_attributes())]
  else:
    mro = ()
  seen = set()
  for name in names:
    if name in seen:
      continue
    seen.add(name)
    try:
      value = getattr(object, name)
    except AttributeError:
      for base in mro:
        if name in base.__dict__:
          value = base.__dict__[name]
          break
      else:
        continue
    if predicate is None or predicate(value):
      results.append((name, value))
  results.sort(key=lambda pair: pair[0])
  return results


_sentinel = object()


_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__


def _stored_in_class(cls, attr):
  """What the dictionaries of a class and its bases hold, whatever its metaclass says; _sentinel when there is nothing."""
  for entry in _mro_of(cls):
    names = _dict_of(entry)
    if attr in names:
      return names[attr]
  return _sentinel


def _stored_in_instance(obj, attr):
  own = _stored_in_class(type(obj), "__dict__")
  if type(own) is not GetSetDescriptorType:  # no dictionary, or a property of that name
    return _sentinel
  return dict.get(own.__get__(obj), attr, _sentinel)


def _is_data_descriptor_type(cls):
  return _stored_in_class(cls, "__get__") is not _sentinel and any(_stored_in_class(cls, name) is not _sentinel for name in ("__set__", "__delete__"))


def getattr_static(obj, attr, default=_sentinel):
  """The attribute as it is stored; neither descriptors nor __getattr__ and __getattribute__ run."""
  is_class = type in _mro_of(type(obj))
  found = _stored_in_class(obj if is_class else type(obj), attr)
  if not is_class and (found is _sentinel or not _is_data_descriptor_type(type(found))):
    own = _stored_in_instance(obj, attr)
    found = found if own is _sentinel else own
  if found is _sentinel and is_class:
    found = _stored_in_class(type(obj), attr)
  if found is not _sentinel:
    return found
  if default is _sentinel:
    raise AttributeError(attr)
  return default


def getmro(cls):
  """The method resolution order."""
  return cls.__mro__


def unwrap(func, *, stop=None):
  """The function behind all __wrapped__ attributes."""
  first = func
  seen = {id(func)}
  while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
    func = func.__wrapped__
    # Objects such as unittest.mock.call make a new one for every name that they are asked for.
    if id(func) in seen or len(seen) >= sys.getrecursionlimit():
      raise ValueError(f"wrapper loop when unwrapping {first!r}")
    seen.add(id(func))
  return func


def getdoc(object):
  """The docstring without indentation, also of the method it overrides."""
  doc = getattr(object, "__doc__", None)
  if doc is None:
    import _inspect_more
    doc = _inspect_more.inherited_doc(object)
  return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
  """Remove the common indentation of a docstring."""
  lines = doc.expandtabs().split("\n")
  margin = min((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), default=0)
  lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
  while lines and not lines[-1]:
    lines.pop()
  while lines and not lines[0]:
    lines.pop(0)
  return "\n".join(lines)


def getmodulename(path):
  """The name of the module in a file, or None."""
  name = path.rpartition("/")[2]
  return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
  """The module an object was defined in, or None."""
  if ismodule(object):
    return object
  if hasattr(object, "__module__"):
    return sys.modules.get(object.__module__)
  import _inspect_source
  return _inspect_source.module_of_file(object, _filename)


def getfile(object):
  """The file an object was defined in."""
  if ismodule(object):
    if getattr(object, "__file__", None):
      return object.__file__
    raise TypeError(f"{object!r} is a built-in module")
  if isclass(object):
    name = getattr(object, "__module__", None)
    module = sys.modules.get(name)
    if getattr(module, "__file__", None):
      return module.__file__
    if name == "__main__":
      raise OSError("source code not available")
    raise TypeError(f"{object!r} is a built-in class")
  if ismethod(object):
    object = object.__func__
  if isfunction(object):
    object = object.__code__
  if istraceback(object):
    object = object.tb_frame
  if hasattr(object, "f_code"):
    object = object.f_code
  if iscode(object):
    return object.co_filename
  raise TypeError(f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}")


def getsourcefile(object):
  """The file that has an object's source; None when there is none."""
  import linecache
  import os
  filename = getfile(object)
  module = sys.modules.get(getattr(object, "__module__", None), object)
  loader = getattr(module, "__loader__", None) or getattr(getattr(module, "__spec__", None), "loader", None)
  if filename.startswith("<stdlib>/") or os.path.exists(filename) or loader is not None or filename in linecache.cache:
    return filename
  return None


def getblock(lines):
  """The lines of the block that begins with the first line."""
  import _inspect_source
  return lines[:_inspect_source.length_of_block(lines)]


def findsource(object):
  """(lines of the file, index of the first line of the object)"""
  import linecache
  file = getfile(object)
  if not (file.startswith("<") and file.endswith(">") or getsourcefile(object)):
    raise OSError("source code not available")
  linecache.checkcache(file)
  module = sys.modules.get(getattr(object, "__module__", None))
  lines = linecache.getlines(file, getattr(module, "__dict__", None))
  if not lines:
    raise OSError("could not get source code")
  if ismodule(object):
    return lines, 0
  import _inspect_source
  if isclass(object):
    return lines, _inspect_source.line_of_class(lines, object.__qualname__)
  if ismethod(object):
    object = object.__func__
  if isfunction(object):
    object = object.__code__
  if istraceback(object):
    object = object.tb_frame
  if isframe(object):
    object = object.f_code
  if iscode(object):
    return lines, _inspect_source.line_of_code(lines, object)
  raise OSError("could not find code object")


def getsourcelines(object):
  """(lines of the object's source, number of the first one)"""
  object = unwrap(object)
  lines, lnum = findsource(object)
  if istraceback(object):
    object = object.tb_frame
  if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
    return lines, 0
  return getblock(lines[lnum:]), lnum + 1


def getsource(object):
  """The source text of an object; OSError when it cannot be found."""
  lines, _ = getsourcelines(object)
  return "".join(lines)


def currentframe():
  """The frame of the caller."""
  try:
    return sys._getframe(1)
  except AttributeError:
    return None


def stack(context=1):
  """Frame records of the callers, innermost first."""
  import _inspect_more
  return _inspect_more.getouterframes(sys._getframe(1), context)


def trace(context=1):
  """Frame records of the levels of the exception that is handled."""
  import _inspect_more
  exception = sys.exc_info()[1]
  return _inspect_more.getinnerframes(None if exception is None else exception.__traceback__, context)


_MORE = frozenset("""ArgInfo Arguments Attribute BlockFinder ClosureVars EndOfBlock FrameInfo FullArgSpec Traceback classify_class_attrs
                     formatannotationrelativeto formatargvalues getabsfile getargs getargvalues getcallargs getclasstree getclosurevars
                     getcomments getframeinfo getinnerframes getlineno getmembers_static getouterframes indentsize ismethodwrapper walktree""".split())
__all__ = sorted(_MORE | {name for name in """AGEN_CLOSED AGEN_CREATED AGEN_RUNNING AGEN_SUSPENDED BoundArguments CORO_CLOSED CORO_CREATED CORO_RUNNING
  CORO_SUSPENDED CO_ASYNC_GENERATOR CO_COROUTINE CO_GENERATOR CO_ITERABLE_COROUTINE CO_NESTED CO_NEWLOCALS CO_NOFREE CO_OPTIMIZED CO_VARARGS
  CO_VARKEYWORDS GEN_CLOSED GEN_CREATED GEN_RUNNING GEN_SUSPENDED Parameter Signature cleandoc currentframe findsource formatannotation
  get_annotations getattr_static getblock getcoroutinelocals getcoroutinestate getdoc getfile getfullargspec getgeneratorlocals
  getgeneratorstate getmembers getmodule getmodulename getmro getsource getsourcefile getsourcelines isabstract isasyncgen
  isasyncgenfunction isawaitable isbuiltin isclass iscode iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator
  isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod ismethoddescriptor ismodule isroutine istraceback signature stack trace
  unwrap""".split()})


def __getattr__(name):
  if name in _MORE:
    import _inspect_more
    value = globals()[name] = getattr(_inspect_more, name)
    return value
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
  return sorted({*globals(), *_MORE})


# -- signatures


class _empty:
  """Marks what is absent."""


_void = object()


class _ParameterKind(int):
  _texts = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")
  _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")

  @property
  def name(self):
    return self._names[self]

  @property
  def description(self):
    return self._texts[self]

  @property
  def value(self):
    return int(self)

  def __str__(self):
    return self.name

  def __repr__(self):
    return f"<_ParameterKind.{self.name}: {int(self)}>"


_KINDS = tuple(map(_ParameterKind, range(5)))
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


def formatannotation(annotation, base_module=None):
  """The text of an annotation."""
  if getattr(annotation, "__module__", None) == "typing":
    import re
    return re.sub(r"[\w.]+", lambda name: name[0].removeprefix("typing."), repr(annotation))
  if isinstance(annotation, type(list[int])):
    return str(annotation)
  if isinstance(annotation, type):
    if annotation.__module__ in ("builtins", base_module):
      return annotation.__qualname__
    return annotation.__module__ + "." + annotation.__qualname__
  return repr(annotation)


class Parameter:
  """One parameter of a signature."""

  __slots__ = ("_name", "_kind", "_default", "_annotation")

  POSITIONAL_ONLY = _POSITIONAL_ONLY
  POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
  VAR_POSITIONAL = _VAR_POSITIONAL
  KEYWORD_ONLY = _KEYWORD_ONLY
  VAR_KEYWORD = _VAR_KEYWORD
  empty = _empty

  def __init__(self, name, kind, *, default=_empty, annotation=_empty):
    if kind not in (0, 1, 2, 3, 4):
      raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
    self._kind = _KINDS[kind]
    if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
      raise ValueError(f"{self._kind.description} parameters cannot have default values")
    if name is _empty:
      raise ValueError("name is a required attribute for Parameter")
    if not isinstance(name, str):
      raise TypeError(f"name must be a str, not a {type(name).__name__}")
    if name[0] == "." and name[1:].isdigit():
      # What a comprehension gets.
      if self._kind is not _POSITIONAL_OR_KEYWORD:
        raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}")
      self._kind, name = _POSITIONAL_ONLY, f"implicit{name[1:]}"
    if not name.isidentifier() or (iskeyword(name) and self._kind is not _POSITIONAL_ONLY):
      raise ValueError(f"{name!r} is not a valid parameter name")
    self._name = name
    self._default = default
    self._annotation = annotation

  def __reduce__(self):
    return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

  def __setstate__(self, state):
    self._default, self._annotation = state["_default"], state["_annotation"]

  name = property(lambda self: self._name)
  kind = property(lambda self: self._kind)
  default = property(lambda self: self._default)
  annotation = property(lambda self: self._annotation)

  def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
    """A changed copy."""
    return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                      default=self._default if default is _void else default,
                      annotation=self._annotation if annotation is _void else annotation)

  def __str__(self):
    text = self._name
    if self._annotation is not _empty:
      text = f"{text}: {formatannotation(self._annotation)}"
    if self._default is not _empty:
      text = f"{text} = {self._default!r}" if self._annotation is not _empty else f"{text}={self._default!r}"
    if self._kind == _VAR_POSITIONAL:
      return "*" + text
    if self._kind == _VAR_KEYWORD:
      return "**" + text
    return text

  def __repr__(self):
    return f'<{self.__class__.__name__} "{self}">'

  def __hash__(self):
    return hash((self._name, self._kind, self._annotation, self._default))

  def __eq__(self, other):
    if not isinstance(other, Parameter):
      return NotImplemented
    return (self._name == other._name and self._kind == other._kind and self._default == other._default and
            self._annotation == other._annotation)


class BoundArguments:
  """Arguments by parameter name."""

  __slots__ = ("arguments", "_signature")

  def __init__(self, signature, arguments):
    self.arguments = arguments
    self._signature = signature

  signature = property(lambda self: self._signature)

  def __getstate__(self):
    return {"_signature": self._signature, "arguments": self.arguments}

  def __setstate__(self, state):
    self._signature, self.arguments = state["_signature"], state["arguments"]

  @property
  def args(self):
    args = []
    for name, param in self._signature.parameters.items():
      if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
        break
      if param.kind == _VAR_POSITIONAL:
        args.extend(self.arguments[name])
      else:
        args.append(self.arguments[name])
    return tuple(args)

  @property
  def kwargs(self):
    kwargs = {}
    started = False
    for name, param in self._signature.parameters.items():
      if not started:
        if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
          started = True
        elif name not in self.arguments:
          started = True
          continue
      if not started or name not in self.arguments:
        continue
      if param.kind == _VAR_KEYWORD:
        kwargs.update(self.arguments[name])
      else:
        kwargs[name] = self.arguments[name]
    return kwargs

  def apply_defaults(self):
    """Add the defaults of parameters without arguments."""
    new = {}
    for name, param in self._signature.parameters.items():
      if name in self.arguments:
        new[name] = self.arguments[name]
      elif param.default is not _empty:
        new[name] = param.default
      elif param.kind == _VAR_POSITIONAL:
        new[name] = ()
      elif param.kind == _VAR_KEYWORD:
        new[name] = {}
    self.arguments = new

  def __eq__(self, other):
    if not isinstance(other, BoundArguments):
      return NotImplemented
    return self._signature == other._signature and self.arguments == other.arguments

  def __repr__(self):
    return f"<{self.__class__.__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
  """Parameters and return annotation of a callable."""

  __slots__ = ("_return_annotation", "_parameters")

  # What subclasses replace.
  _parameter_cls = Parameter
  _bound_arguments_cls = BoundArguments
  empty = _empty

  def __init__(self, parameters=None, *, return_annotation=_empty):
    from collections import OrderedDict
    params = OrderedDict()
    top_kind = _POSITIONAL_ONLY
    seen_default = False
    for param in parameters or ():
      if param.kind < top_kind:
        raise ValueError(f"wrong parameter order: {top_kind.description} parameter before {param.kind.description} parameter")
      top_kind = param.kind
      if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        if param.default is not _empty:
          seen_default = True
        elif seen_default:
          raise ValueError("non-default argument follows default argument")
      if param.name in params:
        raise ValueError(f"duplicate parameter name: {param.name!r}")
      params[param.name] = param
    self._parameters = type(type.__dict__)(params)
    self._return_annotation = return_annotation

  @classmethod
  def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return _signature(obj, follow_wrapped, (globals, locals, eval_str), cls)

  parameters = property(lambda self: self._parameters)
  return_annotation = property(lambda self: self._return_annotation)

  def __reduce__(self):
    return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

  def __setstate__(self, state):
    self._return_annotation = state["_return_annotation"]

  def replace(self, *, parameters=_void, return_annotation=_void):
    """A changed copy."""
    return type(self)(self._parameters.values() if parameters is _void else parameters,
                      return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

  def __eq__(self, other):
    if not isinstance(other, Signature):
      return NotImplemented
    return self._compared() == other._compared()

  def __hash__(self):
    positional, keyword_only, return_annotation = self._compared()
    return hash((positional, frozenset(keyword_only.values()), return_annotation))

  def _compared(self):
    """Keyword-only parameters have no order."""
    parameters = self._parameters.values()
    return (tuple(param for param in parameters if param.kind != _KEYWORD_ONLY),
            {param.name: param for param in parameters if param.kind == _KEYWORD_ONLY}, self._return_annotation)

  def _bind(self, args, kwargs, partial):
    """Positional arguments first, which may be too many before anything is missing, then what parameters are left for keywords."""
    arguments = {}
    parameters = list(self._parameters.values())
    at = 0
    for index, value in enumerate(args):
      param = parameters[at] if at < len(parameters) else None
      if param is None or param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise TypeError("too many positional arguments")
      at += 1
      if param.kind == _VAR_POSITIONAL:
        arguments[param.name] = tuple(args[index:])
        break
      if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
        raise TypeError(f"multiple values for argument {param.name!r}")
      arguments[param.name] = value
    rest = None
    for param in parameters[at:]:
      name, kind = param.name, param.kind
      if kind == _VAR_KEYWORD:
        rest = name
      elif kind != _VAR_POSITIONAL:
        if name in kwargs:
          if kind == _POSITIONAL_ONLY:
            raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
          arguments[name] = kwargs.pop(name)
        elif param.default is _empty and not partial:
          raise TypeError(f"missing a required argument: {name!r}")
    if kwargs:
      if rest is None:
        raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
      arguments[rest] = kwargs
    return self._bound_arguments_cls(self, arguments)

  def bind(self, /, *args, **kwargs):
    """Arguments by parameter, or TypeError."""
    return self._bind(args, kwargs, False)

  def bind_partial(self, /, *args, **kwargs):
    """bind() where arguments may be missing."""
    return self._bind(args, kwargs, True)

  def __repr__(self):
    return f"<{self.__class__.__name__} {self}>"

  def __str__(self):
    result = []
    pos_only = False
    kw_separator = True
    for param in self._parameters.values():
      kind = param.kind
      if kind == _POSITIONAL_ONLY:
        pos_only = True
      elif pos_only:
        result.append("/")
        pos_only = False
      if kind == _VAR_POSITIONAL:
        kw_separator = False
      elif kind == _KEYWORD_ONLY and kw_separator:
        result.append("*")
        kw_separator = False
      result.append(str(param))
    if pos_only:
      result.append("/")
    rendered = f"({', '.join(result)})"
    if self._return_annotation is not _empty:
      rendered += f" -> {formatannotation(self._return_annotation)}"
    return rendered


def _function_parameters(func, cls, evaluation):
  code = func.__code__
  names = code.co_varnames
  positional, keyword_only = code.co_argcount, code.co_kwonlyargcount
  globals, locals, eval_str = evaluation
  annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
  defaults = func.__defaults__ or ()
  kwdefaults = func.__kwdefaults__ or {}
  first_default = positional - len(defaults)
  make = cls._parameter_cls
  parameters = []
  for i in range(positional):
    kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
    default = defaults[i - first_default] if i >= first_default else _empty
    parameters.append(make(names[i], kind, default=default, annotation=annotations.get(names[i], _empty)))
  at = positional + keyword_only
  if code.co_flags & CO_VARARGS:
    parameters.append(make(names[at], _VAR_POSITIONAL, annotation=annotations.get(names[at], _empty)))
    at += 1
  for name in names[positional:positional + keyword_only]:
    parameters.append(make(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty)))
  if code.co_flags & CO_VARKEYWORDS:
    parameters.append(make(names[at], _VAR_KEYWORD, annotation=annotations.get(names[at], _empty)))
  return cls(parameters, return_annotation=annotations.get("return", _empty))


def _text_signature(obj, cls, text=None):
  """The signature that a native function carries as text, or the given one."""
  text = text or getattr(obj, "__text_signature__", None)
  if not text:
    raise ValueError(f"no signature found for builtin {obj!r}")
  text = text[text.index("("):].strip()
  text = text[1:text.rindex(")")]
  make = cls._parameter_cls
  parameters = []
  kind = _POSITIONAL_OR_KEYWORD
  depth, piece, pieces = 0, "", []
  for c in text + ",":
    depth += (c in "([{") - (c in ")]}")
    if c == "," and depth == 0:
      if piece.strip():
        pieces.append(piece.strip())
      piece = ""
    else:
      piece += c
  for piece in pieces:
    if piece == "/":
      parameters = [p.replace(kind=_POSITIONAL_ONLY) for p in parameters]
    elif piece == "*":
      kind = _KEYWORD_ONLY
    elif piece.startswith("**"):
      parameters.append(make(piece[2:], _VAR_KEYWORD))
    elif piece.startswith("*"):
      parameters.append(make(piece[1:], _VAR_POSITIONAL))
      kind = _KEYWORD_ONLY
    else:
      if piece == "$module" or piece.startswith("$") and isinstance(obj, (BuiltinMethodType, MethodWrapperType)):
        continue
      name, _, default = piece.partition("=")
      name = name.partition(":")[0].strip().lstrip("$")
      value = _empty
      if default:
        try:
          value = eval(default, {})
        except Exception:
          raise ValueError(f"{obj!r} builtin has invalid signature") from None
      parameters.append(make(name, kind, default=value))
  return cls(parameters)


def _without_first(sig):
  params = list(sig.parameters.values())
  if params and params[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
    params = params[1:]
  elif not params or params[0].kind != _VAR_POSITIONAL:
    raise ValueError("invalid method signature")
  return sig.replace(parameters=params)


def _is_like_a_function(obj):
  """Whether it has what a signature is made of: functions that a compiler has made have it."""
  if not callable(obj) or isclass(obj):
    return False
  kwdefaults = getattr(obj, "__kwdefaults__", _void)
  return (isinstance(getattr(obj, "__name__", None), str) and iscode(getattr(obj, "__code__", None)) and
          isinstance(getattr(obj, "__defaults__", _void), (tuple, NoneType)) and isinstance(kwdefaults, (dict, NoneType)) and
          isinstance(getattr(obj, "__annotations__", None), (dict, NoneType)))


def _partialmethod_signature(wrapped_sig, made_of):
  """That of the function which a partialmethod is as an attribute of the class: the instance comes first."""
  rest = _partial_signature(wrapped_sig, made_of, (None,))
  first = next(iter(wrapped_sig.parameters.values()))
  if first.kind == _VAR_POSITIONAL:
    return rest
  return rest.replace(parameters=[first, *rest.parameters.values()])


def _partial_signature(wrapped_sig, partial, before=()):
  """`before`: arguments that come before those of the partial."""
  try:
    ba = wrapped_sig.bind_partial(*before, *partial.args, **partial.keywords)
  except TypeError as error:
    raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
  params = []
  by_keyword = False
  for name, param in wrapped_sig.parameters.items():
    if name in partial.keywords and param.kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
      by_keyword = True
      params.append(param.replace(kind=_KEYWORD_ONLY, default=partial.keywords[name]))
    elif name in ba.arguments and param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
      continue
    elif by_keyword and param.kind == _POSITIONAL_OR_KEYWORD:
      params.append(param.replace(kind=_KEYWORD_ONLY))
    elif by_keyword and param.kind == _VAR_POSITIONAL:
      continue
    else:
      params.append(param)
  return wrapped_sig.replace(parameters=params)


def _signature(obj, follow_wrapped, evaluation, cls):
  """`evaluation`: (globals, locals, eval_str) for annotations."""
  if not callable(obj):
    raise TypeError(f"{obj!r} is not a callable object")
  if isinstance(obj, MethodType):
    return _without_first(_signature(obj.__func__, follow_wrapped, evaluation, cls))
  if follow_wrapped:
    obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, MethodType))
    if isinstance(obj, MethodType):
      return _signature(obj, follow_wrapped, evaluation, cls)
  given = getattr(obj, "__signature__", None)
  if given is not None:
    if not isinstance(given, Signature):
      raise TypeError(f"unexpected object {given!r} in __signature__ attribute")
    return given
  from functools import partial, partialmethod
  made_of = getattr(obj, "_partialmethod", None)
  if isinstance(made_of, partialmethod):
    return _partialmethod_signature(_signature(made_of.func, follow_wrapped, evaluation, cls), made_of)
  if isfunction(obj) or _is_like_a_function(obj):
    return _function_parameters(obj, cls, evaluation)
  if isinstance(obj, partial):
    return _partial_signature(_signature(obj.func, follow_wrapped, evaluation, cls), obj)
  if isbuiltin(obj) or isinstance(obj, (MethodDescriptorType, WrapperDescriptorType, MethodWrapperType, ClassMethodDescriptorType)):
    return _text_signature(obj, cls)
  called = _function_behind(obj)
  if called is not None:
    try:
      return _without_first(_signature(called, follow_wrapped, evaluation, cls))
    except ValueError as error:
      if isinstance(obj, type):
        raise
      raise ValueError(f"no signature found for {obj!r}") from error
  if isinstance(obj, type):
    if type not in obj.__mro__:
      if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
        return cls()
      import _inspect_more
      text = _inspect_more.type_signature(obj)
      if text is not None:
        return _text_signature(obj, cls, text)
      raise ValueError(f"no signature found for builtin type {obj!r}")
    if obj is type:
      raise ValueError(f"no signature found for builtin {obj!r}")
  raise ValueError(f"callable {obj!r} is not supported by signature")


def _function_behind(obj):
  """What a program has defined that a call of a class or of an instance runs, or None."""
  call = _user_method(type(obj), "__call__")
  if call is not None or not isinstance(obj, type):
    return call
  new, init = _user_method(obj, "__new__"), _user_method(obj, "__init__")
  for base in obj.__mro__:
    if new is not None and "__new__" in base.__dict__:
      return new
    if init is not None and "__init__" in base.__dict__:
      return init
  return None


def _user_method(cls, name):
  """A method of a class, unless it is native."""
  method = getattr(cls, name, None)
  return None if isinstance(method, (WrapperDescriptorType, MethodWrapperType, ClassMethodDescriptorType, BuiltinFunctionType)) else method


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
  """The signature of a callable."""
  return _signature(obj, follow_wrapped, (globals, locals, eval_str), Signature)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
  """A copy of the annotations; eval_str evaluates those that are text."""
  if isinstance(obj, type):
    ann = obj.__dict__.get("__annotations__")
    obj_globals = getattr(sys.modules.get(obj.__module__), "__dict__", {})
    obj_locals = dict(vars(obj))
  elif isinstance(obj, ModuleType):
    ann = getattr(obj, "__annotations__", None)
    obj_globals, obj_locals = obj.__dict__, None
  elif callable(obj):
    ann = getattr(obj, "__annotations__", None)
    obj_globals, obj_locals = getattr(unwrap(obj), "__globals__", {}), None
  else:
    raise TypeError(f"{obj!r} is not a module, class, or callable.")
  if not ann:
    return {}
  if not eval_str:
    return dict(ann)
  if globals is None:
    globals = obj_globals
  if locals is None:
    locals = obj_locals
  return {key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in ann.items()}


def getfullargspec(func):
  """Names and defaults of the parameters, those that are bound included."""
  from _inspect_more import FullArgSpec
  if not ismethod(func) and not hasattr(func, "__signature__"):
    func = _function_behind(func) or func
  if ismethod(func):
    func = func.__func__
  try:
    sig = _signature(func, False, (None, None, False), Signature)
  except Exception as error:
    raise TypeError("unsupported callable") from error
  args, varargs, varkw, defaults, kwonlyargs, kwdefaults, annotations = [], None, None, (), [], {}, {}
  if sig.return_annotation is not _empty:
    annotations["return"] = sig.return_annotation
  for param in sig.parameters.values():
    if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
      args.append(param.name)
      if param.default is not _empty:
        defaults += (param.default,)
    elif param.kind == _VAR_POSITIONAL:
      varargs = param.name
    elif param.kind == _KEYWORD_ONLY:
      kwonlyargs.append(param.name)
      if param.default is not _empty:
        kwdefaults[param.name] = param.default
    else:
      varkw = param.name
    if param.annotation is not _empty:
      annotations[param.name] = param.annotation
  return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


if __name__ == "__main__":
  import _command_lines
  _command_lines.inspect()
