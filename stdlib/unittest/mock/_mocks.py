"""The mock classes.

Every mock has a class of its own, so that special methods can be set on one mock. Mocks made on the way (attributes,
results) know their parents and report calls to them. A mock that stands behind a function (see _autospec) has a
delegate: the function, whose attributes are what the test reads and sets.
"""

import inspect
import sys
import threading
import types

from unittest.mock._calls import (DEFAULT, InvalidSpecError, call, sentinel, _AnyComparer, _Call, _CallList, _format_call_signature)
from unittest.util import safe_repr

__name__ = "unittest.mock"
__unittest = True

_missing = sentinel.MISSING
_deleted = sentinel.DELETED

FunctionTypes = (types.FunctionType, types.MethodType)

_NUMERIC = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_OTHERS = ("lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert "
           "complex int float index round trunc floor ceil bool next fspath aiter").split()
_magics = {f"__{prefix}{name}__" for name in _NUMERIC for prefix in ("", "i", "r")} | {f"__{name}__" for name in _OTHERS}
_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}
# These can be set, but are not there by default.
_non_defaults = {"__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__reduce_ex__", "__getinitargs__",
                 "__getnewargs__", "__getstate__", "__setstate__", "__getformat__", "__repr__", "__dir__", "__subclasses__", "__format__",
                 "__getnewargs_ex__"}
_all_sync_magics = _magics | _non_defaults
_all_magics = _all_sync_magics | _async_method_magics | {"__aiter__"}
_unsupported_magics = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__", "__subclasscheck__", "__del__"}
_properties = {"return_value", "_mock_return_value", "side_effect", "_mock_side_effect", "_mock_parent", "_mock_new_parent", "_mock_name",
               "_mock_new_name"}
_delegated = {"called", "call_count", "call_args", "call_args_list", "mock_calls", "await_count", "await_args", "await_args_list"}


def iscoroutinefunction(obj):
  """asyncio.iscoroutinefunction(), without the import."""
  if inspect.iscoroutinefunction(obj):
    return True
  coroutines = sys.modules.get("asyncio.coroutines")
  return coroutines is not None and getattr(obj, "_is_coroutine", None) is coroutines._is_coroutine


def _coroutine_mark():
  from asyncio.coroutines import _is_coroutine
  return _is_coroutine


def _is_magic(name):
  return f"__{name[2:-2]}__" == name


def _is_instance_mock(obj):
  return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
  return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_list(obj):
  return type(obj) in (list, tuple)


def _is_async_obj(obj):
  if _is_instance_mock(obj) and not isinstance(obj, AsyncMock):
    return False
  if hasattr(obj, "__func__"):
    obj = obj.__func__
  return iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _callable(obj):
  if isinstance(obj, type):
    return True
  if isinstance(obj, (staticmethod, classmethod, types.MethodType)):
    return _callable(obj.__func__)
  return getattr(obj, "__call__", None) is not None


def _extract_mock(obj):
  """The mock behind a function of create_autospec()."""
  return obj.mock if isinstance(obj, FunctionTypes) and hasattr(obj, "mock") else obj


def _signature_of(func, as_instance, eat_self):
  """(function, signature) for calls of an object; None if there is no signature."""
  if isinstance(func, type) and not as_instance:
    func = func.__init__
    eat_self = True
  elif isinstance(func, (classmethod, staticmethod)):
    eat_self = eat_self or isinstance(func, classmethod)
    func = func.__func__
  elif not isinstance(func, FunctionTypes):
    try:
      func = func.__call__
    except AttributeError:
      return None
  try:
    signature = inspect.signature(func)
  except (ValueError, TypeError):
    return None
  if eat_self:
    parameters = list(signature.parameters.values())
    if parameters and parameters[0].kind in (parameters[0].POSITIONAL_ONLY, parameters[0].POSITIONAL_OR_KEYWORD):
      signature = signature.replace(parameters=parameters[1:])
  return func, signature


def _check_and_set_parent(parent, value, name, new_name):
  """Makes a mock a child, unless it has a name or parent; whether it did."""
  value = _extract_mock(value)
  if not _is_instance_mock(value):
    return False
  if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
    return False
  step = parent
  while step is not None:
    # A mock that is its own ancestor would report calls for ever.
    if step is value:
      return False
    step = step._mock_new_parent
  if new_name:
    value._mock_new_parent = parent
    value._mock_new_name = new_name
  if name:
    value._mock_parent = parent
    value._mock_name = name
  return True


def _delegating_property(name):
  hidden = "_mock_" + name

  def get(self):
    delegate = self._mock_delegate
    return self.__dict__[hidden] if delegate is None else getattr(delegate, name)

  def set(self, value):
    delegate = self._mock_delegate
    if delegate is None:
      self.__dict__[hidden] = value
    else:
      setattr(delegate, name, value)

  return property(get, set)


class _MockIter:
  """The iterator of a side effect given as a sequence."""

  def __init__(self, obj):
    self.obj = iter(obj)

  def __next__(self):
    return next(self.obj)


class _SpecState:
  """An attribute of an autospecced mock that nobody has asked for yet."""

  def __init__(self, spec, spec_set=False, parent=None, name=None, instance=False):
    self.spec = spec
    self.spec_set = spec_set
    self.parent = parent
    self.name = name
    self.instance = instance


class Base:
  _mock_return_value = DEFAULT
  _mock_side_effect = None

  def __init__(self, /, *args, **kwargs):
    pass


class NonCallableMock(Base):
  """A mock that cannot be called."""

  _lock = threading.RLock()

  def __new__(cls, /, spec=None, *args, **kw):
    bases = (cls,)
    if not issubclass(cls, AsyncMockMixin):
      wanted = kw.get("spec_set", spec)
      if wanted is not None and _is_async_obj(wanted):
        bases = (AsyncMockMixin, cls)
    return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__}))

  def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
               _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
    fields = self.__dict__
    fields["_mock_parent"] = parent
    fields["_mock_name"] = name
    fields["_mock_new_name"] = _new_name
    fields["_mock_new_parent"] = parent if _new_parent is None else _new_parent
    fields["_mock_sealed"] = False
    if spec_set is not None:
      spec, spec_set = spec_set, True
    self._mock_add_spec(spec, spec_set, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
    fields["_mock_children"] = {}
    fields["_mock_wraps"] = wraps
    fields["_mock_delegate"] = None
    fields["_mock_called"] = False
    fields["_mock_call_args"] = None
    fields["_mock_call_count"] = 0
    fields["_mock_call_args_list"] = _CallList()
    fields["_mock_mock_calls"] = _CallList()
    fields["method_calls"] = _CallList()
    fields["_mock_unsafe"] = unsafe
    if kwargs:
      self.configure_mock(**kwargs)
    super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

  def attach_mock(self, mock, attribute):
    """Makes a mock an attribute, with a new name and parent."""
    inner = _extract_mock(mock)
    inner._mock_parent = None
    inner._mock_new_parent = None
    inner._mock_name = ""
    inner._mock_new_name = None
    setattr(self, attribute, mock)

  def mock_add_spec(self, spec, spec_set=False):
    """Only attributes of the spec can be read; with spec_set only these can be set."""
    self._mock_add_spec(spec, spec_set)

  def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
    if _is_instance_mock(spec):
      raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
    spec_class = signature = None
    asyncs = [] if spec is None else [name for name in dir(spec) if iscoroutinefunction(getattr(spec, name, None))]
    if spec is not None and not _is_list(spec):
      spec_class = spec if isinstance(spec, type) else type(spec)
      found = _signature_of(spec, _spec_as_instance, _eat_self)
      signature = found and found[1]
      spec = dir(spec)
    fields = self.__dict__
    fields["_spec_class"] = spec_class
    fields["_spec_set"] = spec_set
    fields["_spec_signature"] = signature
    fields["_mock_methods"] = spec
    fields["_spec_asyncs"] = asyncs

  @property
  def return_value(self):
    """What a call gives; by default another mock."""
    value = self._mock_return_value if self._mock_delegate is None else self._mock_delegate.return_value
    if value is DEFAULT:
      value = self._get_child_mock(_new_parent=self, _new_name="()")
      self.return_value = value
    return value

  @return_value.setter
  def return_value(self, value):
    if self._mock_delegate is not None:
      self._mock_delegate.return_value = value
    else:
      self._mock_return_value = value
      _check_and_set_parent(self, value, None, "()")

  @property
  def side_effect(self):
    """A function to call, an exception to raise, or a sequence of results."""
    delegate = self._mock_delegate
    if delegate is None:
      return self._mock_side_effect
    effect = delegate.side_effect
    if effect is not None and not callable(effect) and not isinstance(effect, _MockIter) and not _is_exception(effect):
      effect = delegate.side_effect = _MockIter(effect)
    return effect

  @side_effect.setter
  def side_effect(self, value):
    if value is not None and not _is_exception(value) and not _callable(value):
      try:
        value = iter(value)
      except TypeError:
        pass  # the first call will complain
    if self._mock_delegate is None:
      self._mock_side_effect = value
    else:
      self._mock_delegate.side_effect = value

  @property
  def __class__(self):
    return type(self) if self._spec_class is None else self._spec_class

  called = _delegating_property("called")
  call_count = _delegating_property("call_count")
  call_args = _delegating_property("call_args")
  call_args_list = _delegating_property("call_args_list")
  mock_calls = _delegating_property("mock_calls")

  def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
    """Forgets all calls; on request also the return value and side effect."""
    visited = [] if visited is None else visited
    if id(self) in visited:
      return
    visited.append(id(self))
    self.called = False
    self.call_args = None
    self.call_count = 0
    self.mock_calls = _CallList()
    self.call_args_list = _CallList()
    self.method_calls = _CallList()
    if return_value:
      self._mock_return_value = DEFAULT
    if side_effect:
      self._mock_side_effect = None
    for child in self._mock_children.values():
      if not isinstance(child, _SpecState) and child is not _deleted:
        child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
    result = self._mock_return_value
    if _is_instance_mock(result) and result is not self:
      result.reset_mock(visited)

  def configure_mock(self, /, **kwargs):
    """Sets attributes, also of children: configure_mock(**{"method.return_value": 3})."""
    for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
      *steps, last = path.split(".")
      obj = self
      for step in steps:
        obj = getattr(obj, step)
      setattr(obj, last, value)

  def __getattr__(self, name):
    if name in ("_mock_methods", "_mock_unsafe"):
      raise AttributeError(name)
    methods = self._mock_methods
    if methods is not None:
      if name not in methods or name in _all_magics:
        raise AttributeError(f"Mock object has no attribute {name!r}")
    elif _is_magic(name):
      raise AttributeError(name)
    if not self._mock_unsafe and (not methods or name not in methods):
      if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
        raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
    with NonCallableMock._lock:
      child = self._mock_children.get(name)
      if child is _deleted:
        raise AttributeError(name)
      if child is None:
        wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
        child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        self._mock_children[name] = child
      elif isinstance(child, _SpecState):
        child = self._mock_children[name] = self._autospec_child(name, child)
      return child

  def _autospec_child(self, name, state):
    from unittest.mock._autospec import create_autospec
    try:
      return create_autospec(state.spec, state.spec_set, state.instance, state.parent, state.name)
    except InvalidSpecError:
      target = self.__dict__["_mock_name"] or self
      raise InvalidSpecError(f"Cannot autospec attr {name!r} from target {target!r} as it has already been mocked out. "
                             f"[target={self!r}, attr={state.spec!r}]")

  def _extract_mock_name(self):
    """The path from the topmost mock: name, or "mock", then attributes and calls."""
    names = []
    step = self
    while True:
      parent = step._mock_new_parent
      if parent is None:
        break
      names.append(step._mock_new_name)
      step = parent
    text = step._mock_name or "mock"
    if not names:
      return text
    for name in reversed(names):
      text += name if name == "()" else f".{name}"
    return text

  def __repr__(self):
    name = self._extract_mock_name()
    parts = [type(self).__name__]
    if name not in ("mock", "mock."):
      parts.append(f"name={name!r}")
    if self._spec_class is not None:
      parts.append(f"{'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}")
    return f"<{' '.join(parts)} id='{id(self)}'>"

  def __dir__(self):
    from unittest import mock
    if not mock.FILTER_DIR:
      return object.__dir__(self)
    names = set(self._mock_methods or ())
    names.update([name for name in dir(type(self)) if not name.startswith("_")])
    names.update([name for name in self.__dict__ if not name.startswith("_") or _is_magic(name)])
    names.update([name for name, child in self._mock_children.items() if child is not _deleted])
    return sorted(names)

  def __setattr__(self, name, value):
    if name in _properties or name in _delegated:
      object.__setattr__(self, name, value)
      return
    if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
      raise AttributeError(f"Mock object has no attribute '{name}'")
    if name in _unsupported_magics:
      raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
    if name in _all_magics:
      if self._mock_methods is not None and name not in self._mock_methods:
        raise AttributeError(f"Mock object has no attribute '{name}'")
      value = self._set_magic(name, value)
    elif name == "__class__":
      self.__dict__["_spec_class"] = value
      return
    elif _check_and_set_parent(self, value, name, name):
      self._mock_children[name] = value
    if self._mock_sealed and not hasattr(self, name):
      raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
    object.__setattr__(self, name, value)

  def _set_magic(self, name, value):
    """Sets a special method on the class of this mock; gives what the instance shows under the name."""
    if _is_instance_mock(value):
      # Without a name, so that it is in mock_calls and not in method_calls.
      _check_and_set_parent(self, value, None, name)
      setattr(type(self), name, value)
      self._mock_children[name] = value
      return value

    def method(self, /, *args, **kw):
      return value(self, *args, **kw)
    method.__name__ = name
    setattr(type(self), name, method)
    return lambda *args, **kw: value(self, *args, **kw)

  def __delattr__(self, name):
    if name in _all_magics and name in type(self).__dict__:
      delattr(type(self), name)
      if name not in self.__dict__:
        return
    child = self._mock_children.get(name, _missing)
    if name in self.__dict__:
      object.__delattr__(self, name)
    elif child is _deleted:
      raise AttributeError(name)
    self._mock_children[name] = _deleted

  # Assertions.

  def _shown_name(self):
    return self._mock_name or "mock"

  def _format_mock_call_signature(self, args, kwargs):
    return _format_call_signature(self._shown_name(), args, kwargs)

  def _format_mock_failure_message(self, args, kwargs, action="call"):
    expected = self._format_mock_call_signature(args, kwargs)
    actual = self._format_mock_call_signature(*self.call_args)
    return f"expected {action} not found.\nExpected: {expected}\n  Actual: {actual}"

  def _signature_from_name(self, name):
    """The signature of the child that a recorded call went to."""
    if not name:
      return self._spec_signature
    signature = None
    children = self._mock_children
    for step in name.replace("()", "").split("."):
      child = children.get(step)
      if child is None or isinstance(child, _SpecState):
        break
      child = _extract_mock(child)
      children = child._mock_children
      signature = child._spec_signature
    return signature

  def _call_matcher(self, _call):
    """A key for comparing calls: with a signature, arguments by position and by name are the same."""
    named = isinstance(_call, tuple) and len(_call) > 2
    signature = self._signature_from_name(_call[0]) if named else self._spec_signature
    if signature is None:
      return _call
    name, args, kwargs = _call if len(_call) == 3 else ("", *_call)
    try:
      bound = signature.bind(*args, **kwargs)
    except TypeError as error:
      return error.with_traceback(None)
    return call(name, bound.args, bound.kwargs)

  def _expected(self, args, kwargs):
    """(key of an expected call, the error if it does not fit the signature)."""
    expected = self._call_matcher(_Call((args, kwargs), two=True))
    return expected, expected if isinstance(expected, Exception) else None

  def _count_message(self, wanted):
    count = self.call_count
    return f"Expected '{self._shown_name()}' {wanted}. Called {count} times.{self._calls_repr()}"

  def assert_not_called(self):
    """Fails if the mock was called."""
    if self.call_count != 0:
      raise AssertionError(self._count_message("to not have been called"))

  def assert_called(self):
    """Fails unless the mock was called."""
    if self.call_count == 0:
      raise AssertionError(f"Expected '{self._shown_name()}' to have been called.")

  def assert_called_once(self):
    """Fails unless the mock was called once."""
    if self.call_count != 1:
      raise AssertionError(self._count_message("to have been called once"))

  def assert_called_with(self, /, *args, **kwargs):
    """Fails unless the last call had these arguments."""
    if self.call_args is None:
      expected = self._format_mock_call_signature(args, kwargs)
      raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
    expected, cause = self._expected(args, kwargs)
    if self._call_matcher(self.call_args) != expected:
      raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

  def assert_called_once_with(self, /, *args, **kwargs):
    """Fails unless there was one call, with these arguments."""
    if self.call_count != 1:
      raise AssertionError(self._count_message("to be called once"))
    self.assert_called_with(*args, **kwargs)

  def assert_any_call(self, /, *args, **kwargs):
    """Fails unless some call had these arguments."""
    expected, cause = self._expected(args, kwargs)
    if cause or expected not in _AnyComparer([self._call_matcher(entry) for entry in self.call_args_list]):
      raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found") from cause

  def assert_has_calls(self, calls, any_order=False):
    """Fails unless these calls are in mock_calls, one after another or in any order."""
    expected = [self._call_matcher(entry) for entry in calls]
    cause = next((entry for entry in expected if isinstance(entry, Exception)), None)
    actual = _CallList([self._call_matcher(entry) for entry in self.mock_calls])
    if not any_order:
      if expected not in actual:
        raise AssertionError(f"{_sequence_problem('calls', expected, cause)}\nExpected: {_CallList(calls)}"
                             f"{self._calls_repr(prefix='  Actual').rstrip('.')}") from cause
      return
    actual = list(actual)
    missing = _take_all(expected, actual)
    if missing:
      raise AssertionError(f"{self._shown_name()!r} does not contain all of {missing!r} in its call list, found {actual!r} instead") from cause

  def _get_child_mock(self, /, **kw):
    """The mock for an attribute or result; subclasses may override it."""
    if self._mock_sealed:
      attribute = f".{kw['name']}" if "name" in kw else "()"
      raise AttributeError(self._extract_mock_name() + attribute)
    new_name = kw.get("_new_name")
    if new_name in self.__dict__["_spec_asyncs"]:
      return AsyncMock(**kw)
    cls = type(self)
    if issubclass(cls, MagicMock) and new_name in _async_method_magics:
      child = AsyncMock
    elif issubclass(cls, AsyncMockMixin):
      # Plain methods of an AsyncMock stay plain.
      plain = new_name in _all_sync_magics or self._mock_methods and new_name in self._mock_methods
      child = MagicMock if plain else AsyncMock
    elif not issubclass(cls, CallableMixin):
      child = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
    else:
      child = cls.__mro__[1]
    return child(**kw)

  def _calls_repr(self, prefix="Calls"):
    return f"\n{prefix}: {safe_repr(self.mock_calls)}." if self.mock_calls else ""


def _sequence_problem(what, expected, cause):
  if cause is None:
    return f"{what.capitalize()} not found."
  errors = [entry if isinstance(entry, Exception) else None for entry in expected]
  return f"Error processing expected {what}.\nErrors: {errors}"


def _take_all(expected, actual):
  """Removes the expected calls from the list; those that are not there."""
  missing = []
  for entry in expected:
    try:
      actual.remove(entry)
    except ValueError:
      missing.append(entry)
  return tuple(missing)


class CallableMixin(Base):
  def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
               _spec_state=None, _new_name="", _new_parent=None, **kwargs):
    self.__dict__["_mock_return_value"] = return_value
    super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
    self.side_effect = side_effect

  def _mock_check_sig(self, /, *args, **kwargs):
    """create_autospec() puts a check of the signature here."""

  def __call__(self, /, *args, **kwargs):
    self._mock_check_sig(*args, **kwargs)
    self._increment_mock_call(*args, **kwargs)
    return self._mock_call(*args, **kwargs)

  def _mock_call(self, /, *args, **kwargs):
    return self._execute_mock_call(*args, **kwargs)

  def _increment_mock_call(self, /, *args, **kwargs):
    """Records the call here and with all parents, under the path from there."""
    self.called = True
    self.call_count += 1
    entry = _Call((args, kwargs), two=True)
    self.call_args = entry
    self.call_args_list.append(entry)
    self.mock_calls.append(_Call(("", args, kwargs)))
    is_method = self._mock_parent is not None
    method_name = self._mock_name
    path = self._mock_new_name
    is_call = path == "()"
    parent = self._mock_new_parent
    while parent is not None:
      if is_method:
        parent.method_calls.append(_Call((method_name, args, kwargs)))
        is_method = parent._mock_parent is not None
        if is_method:
          method_name = f"{parent._mock_name}.{method_name}"
      parent.mock_calls.append(_Call((path, args, kwargs)))
      if parent._mock_new_name:
        path = f"{parent._mock_new_name}{'' if is_call else '.'}{path}"
        is_call = parent._mock_new_name == "()"
      parent = parent._mock_new_parent

  def _execute_mock_call(self, /, *args, **kwargs):
    effect = self.side_effect
    if effect is not None:
      if _is_exception(effect):
        raise effect
      if _callable(effect):
        result = effect(*args, **kwargs)
      else:
        result = next(effect)
        if _is_exception(result):
          raise result
      if result is not DEFAULT:
        return result
    if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
      return self._mock_wraps(*args, **kwargs)
    return self.return_value


class Mock(CallableMixin, NonCallableMock):
  """An object that has any attribute and can be called in any way; it records how it is used.

  spec: an object or a list of names; other attributes are not there. spec_set: the same, and other attributes cannot
  be set. side_effect: a function to call, an exception to raise, or a sequence of results. return_value: the result of
  calls. wraps: an object to pass calls to. name: for repr(). Other keywords set attributes.
  """


# Special methods.

_RETURN_VALUES = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
                  "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
                  "__index__": 1, "__aexit__": False}
_COMPUTED_VALUES = {
  "__hash__": lambda mock: object.__hash__(mock),
  "__str__": lambda mock: object.__str__(mock),
  "__sizeof__": lambda mock: object.__sizeof__(mock),
  "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}",
}


def _eq_of(mock):
  def __eq__(other):
    value = mock.__eq__._mock_return_value
    if value is not DEFAULT:
      return value
    return True if mock is other else NotImplemented
  return __eq__


def _ne_of(mock):
  def __ne__(other):
    if mock.__ne__._mock_return_value is not DEFAULT:
      return DEFAULT
    return False if mock is other else NotImplemented
  return __ne__


def _iter_of(mock):
  def __iter__():
    value = mock.__iter__._mock_return_value
    return iter([]) if value is DEFAULT else iter(value)
  return __iter__


class _AsyncIterator:
  def __init__(self, iterator):
    self.iterator = iterator

  async def __anext__(self):
    for item in self.iterator:
      return item
    raise StopAsyncIteration


def _aiter_of(mock):
  def __aiter__():
    value = mock.__aiter__._mock_return_value
    return _AsyncIterator(iter([])) if value is DEFAULT else _AsyncIterator(iter(value))
  return __aiter__


_SIDE_EFFECTS = {"__eq__": _eq_of, "__ne__": _ne_of, "__iter__": _iter_of, "__aiter__": _aiter_of}


class MagicProxy(Base):
  """Stands for a special method until it is needed."""

  def __init__(self, name, parent):
    self.name = name
    self.parent = parent

  def create_mock(self):
    name, parent = self.name, self.parent
    method = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
    setattr(parent, name, method)
    if name in _RETURN_VALUES:
      method.return_value = _RETURN_VALUES[name]
    elif name in _COMPUTED_VALUES:
      method.return_value = _COMPUTED_VALUES[name](parent)
    elif name in _SIDE_EFFECTS:
      method.side_effect = _SIDE_EFFECTS[name](parent)
    return method

  def __get__(self, obj, _type=None):
    return self.create_mock()


class MagicMixin(Base):
  def __init__(self, /, *args, **kw):
    self._mock_set_magics()  # keyword arguments may configure special methods
    super().__init__(*args, **kw)
    self._mock_set_magics()  # the spec may have taken some away

  def _mock_set_magics(self):
    magics = _magics | _async_method_magics
    methods = getattr(self, "_mock_methods", None)
    if methods is not None:
      for name in magics.difference(methods):
        if name in type(self).__dict__:
          delattr(self, name)
      magics = magics.intersection(methods)
    cls = type(self)
    for name in magics.difference(cls.__dict__):
      setattr(cls, name, MagicProxy(name, self))

  def mock_add_spec(self, spec, spec_set=False):
    """Only attributes of the spec can be read; with spec_set only these can be set."""
    self._mock_add_spec(spec, spec_set)
    self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
  """A mock with special methods that cannot be called."""


class MagicMock(MagicMixin, Mock):
  """A mock with all special methods, which have useful results."""


class AsyncMockMixin(Base):
  await_count = _delegating_property("await_count")
  await_args = _delegating_property("await_args")
  await_args_list = _delegating_property("await_args_list")

  def __init__(self, /, *args, **kwargs):
    super().__init__(*args, **kwargs)
    # The marks of functions that count as coroutine functions; set past __setattr__, which a spec restricts.
    fields = self.__dict__
    fields["_is_coroutine"] = _coroutine_mark()
    fields["_is_coroutine_mark"] = inspect._mark_of_coroutines
    code = NonCallableMock(spec_set=types.CodeType)
    code.co_flags = inspect.CO_COROUTINE | inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
    fields["__code__"] = code
    fields["_mock_await_count"] = 0
    fields["_mock_await_args"] = None
    fields["_mock_await_args_list"] = _CallList()
    fields["__name__"] = "AsyncMock"
    fields["__defaults__"] = ()
    fields["__kwdefaults__"] = {}
    fields["__annotations__"] = None

  async def _execute_mock_call(self, /, *args, **kwargs):
    entry = _Call((args, kwargs), two=True)
    self.await_count += 1
    self.await_args = entry
    self.await_args_list.append(entry)
    effect = self.side_effect
    if effect is not None:
      if _is_exception(effect):
        raise effect
      if not _callable(effect):
        try:
          result = next(effect)
        except StopIteration:
          raise StopAsyncIteration  # a coroutine cannot raise StopIteration
        if _is_exception(result):
          raise result
      elif iscoroutinefunction(effect):
        result = await effect(*args, **kwargs)
      else:
        result = effect(*args, **kwargs)
      if result is not DEFAULT:
        return result
    if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
      result = self._mock_wraps(*args, **kwargs)
      return await result if iscoroutinefunction(self._mock_wraps) else result
    return self.return_value

  def _await_message(self, wanted):
    return f"Expected {self._shown_name()} {wanted}. Awaited {self.await_count} times."

  def assert_awaited(self):
    """Fails unless the mock was awaited."""
    if self.await_count == 0:
      raise AssertionError(f"Expected {self._shown_name()} to have been awaited.")

  def assert_awaited_once(self):
    """Fails unless the mock was awaited once."""
    if self.await_count != 1:
      raise AssertionError(self._await_message("to have been awaited once"))

  def assert_awaited_with(self, /, *args, **kwargs):
    """Fails unless the last await had these arguments."""
    if self.await_args is None:
      raise AssertionError(f"Expected await: {self._format_mock_call_signature(args, kwargs)}\nNot awaited")
    expected, cause = self._expected(args, kwargs)
    if self._call_matcher(self.await_args) != expected:
      raise AssertionError(self._format_mock_failure_message(args, kwargs, action="await")) from cause

  def assert_awaited_once_with(self, /, *args, **kwargs):
    """Fails unless there was one await, with these arguments."""
    if self.await_count != 1:
      raise AssertionError(self._await_message("to have been awaited once"))
    self.assert_awaited_with(*args, **kwargs)

  def assert_any_await(self, /, *args, **kwargs):
    """Fails unless some await had these arguments."""
    expected, cause = self._expected(args, kwargs)
    if cause or expected not in _AnyComparer([self._call_matcher(entry) for entry in self.await_args_list]):
      raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} await not found") from cause

  def assert_has_awaits(self, calls, any_order=False):
    """Fails unless the mock was awaited with these calls, one after another or in any order."""
    expected = [self._call_matcher(entry) for entry in calls]
    cause = next((entry for entry in expected if isinstance(entry, Exception)), None)
    actual = _CallList([self._call_matcher(entry) for entry in self.await_args_list])
    if not any_order:
      if expected not in actual:
        raise AssertionError(f"{_sequence_problem('awaits', expected, cause)}\nExpected: {_CallList(calls)}\n"
                             f"Actual: {self.await_args_list}") from cause
      return
    missing = _take_all(expected, list(actual))
    if missing:
      raise AssertionError(f"{missing!r} not all found in await list") from cause

  def assert_not_awaited(self):
    """Fails if the mock was awaited."""
    if self.await_count != 0:
      raise AssertionError(self._await_message("to not have been awaited"))

  def reset_mock(self, /, *args, **kwargs):
    super().reset_mock(*args, **kwargs)
    self.await_count = 0
    self.await_args = None
    self.await_args_list = _CallList()


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
  """A mock of a coroutine function: awaiting a call gives the return value, or what the side effect gives."""


class PropertyMock(Mock):
  """A mock for a property: reading it is a call without arguments, setting it a call with the value."""

  def _get_child_mock(self, /, **kwargs):
    return MagicMock(**kwargs)

  def __get__(self, obj, obj_type=None):
    return self()

  def __set__(self, obj, val):
    self(val)
