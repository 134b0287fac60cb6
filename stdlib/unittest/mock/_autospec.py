"""Mocks made after the model of an object: create_autospec(), mock_open(), seal()."""

import inspect
import types

from unittest.mock import _mocks
from unittest.mock._calls import DEFAULT, InvalidSpecError, _CallList
from unittest.mock._mocks import (AsyncMock, FunctionTypes, MagicMock, NonCallableMagicMock, NonCallableMock, _coroutine_mark, _SpecState,
                                   iscoroutinefunction)

__name__ = "unittest.mock"
__unittest = True


def _check_typos(kwargs):
  for typo in ("autospect", "auto_spec", "set_spec"):
    if typo in kwargs:
      raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")


def _copy_details(func, copy):
  for name in ("__name__", "__doc__", "__module__", "__defaults__", "__kwdefaults__"):
    try:
      setattr(copy, name, getattr(func, name))
    except AttributeError:
      pass


def _instance_callable(obj):
  """Whether the object, or for a class its instances, can be called."""
  if not isinstance(obj, type):
    return getattr(obj, "__call__", None) is not None
  return any(base.__dict__.get("__call__") is not None for base in (obj, *obj.__mro__))


def _check_signature(func, mock, skip_first, instance=False):
  """Calls of the mock have to fit the signature of the function."""
  found = _mocks._signature_of(func, instance, skip_first)
  if found is None:
    return
  func, signature = found

  def check(self, /, *args, **kwargs):
    signature.bind(*args, **kwargs)
  _copy_details(func, check)
  type(mock)._mock_check_sig = check
  type(mock).__signature__ = signature


_FORWARDED = ("assert_called_with", "assert_not_called", "assert_called", "assert_called_once", "assert_called_once_with",
              "assert_any_call", "assert_has_calls")
_FORWARDED_ASYNC = ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await",
                    "assert_has_awaits", "assert_not_awaited")


def _forward(function, mock, names):
  for name in names:
    def forwarded(*args, __name=name, **kwargs):
      return getattr(mock, __name)(*args, **kwargs)
    forwarded.__name__ = name
    setattr(function, name, forwarded)


def _function_for(mock, original):
  """A real function that checks its arguments and calls the mock; it has the mock's attributes."""
  found = _mocks._signature_of(original, False, isinstance(original, type))
  if found is None:
    return mock
  func, signature = found

  def function(*args, **kwargs):  # of a coroutine function too: wrong arguments are refused at the call, not at the await
    signature.bind(*args, **kwargs)
    return mock(*args, **kwargs)

  _copy_details(func, function)
  if not function.__name__.isidentifier():
    function.__name__ = "funcopy"  # a lambda's name is none
  function.__qualname__ = function.__name__
  function.__signature__ = signature
  function.mock = mock
  function.called = False
  function.call_count = 0
  function.call_args = None
  function.call_args_list = _CallList()
  function.method_calls = _CallList()
  function.mock_calls = _CallList()
  function.return_value = mock.return_value
  function.side_effect = mock.side_effect
  function._mock_children = mock._mock_children
  _forward(function, mock, _FORWARDED)

  def reset_mock():
    function.method_calls = _CallList()
    function.mock_calls = _CallList()
    mock.reset_mock()
    result = function.return_value
    if _mocks._is_instance_mock(result) and result is not mock:
      result.reset_mock()
  function.reset_mock = reset_mock
  function.__signature__ = signature
  mock._mock_delegate = function
  return function


def _make_async(function):
  mock = function.mock
  function._is_coroutine = _coroutine_mark()
  function.await_count = 0
  function.await_args = None
  function.await_args_list = _CallList()
  _forward(function, mock, _FORWARDED_ASYNC)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
  """A mock with the attributes and signatures of an object, and of its attributes in turn."""
  if _mocks._is_list(spec):
    spec = type(spec)  # a list would be taken for names
  is_type = isinstance(spec, type)
  if _mocks._is_instance_mock(spec):
    raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
  is_async = getattr(spec, "__code__", None) is not None and iscoroutinefunction(spec)
  options = {"spec_set" if spec_set else "spec": spec}
  if spec is None:
    options = {}
  if options and instance:
    options["_spec_as_instance"] = True
  if not unsafe:
    _check_typos(kwargs)
  options.update(kwargs)
  cls = MagicMock
  if inspect.isdatadescriptor(spec):
    options = {}  # what a descriptor gives is not known
  elif is_async:
    if instance:
      raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
    cls = AsyncMock
  elif not _mocks._callable(spec) or is_type and instance and not _instance_callable(spec):
    cls = NonCallableMagicMock
  name = options.pop("name", _name)
  mock = cls(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name, **options)
  if isinstance(spec, FunctionTypes):
    mock = _function_for(mock, spec)
    if is_async:
      _make_async(mock)
  else:
    _check_signature(spec, mock, is_type, instance)
  if _parent is not None and not instance:
    _parent._mock_children[name] = mock
  if is_type and not instance and "return_value" not in kwargs:
    mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
  for entry in dir(spec):
    if not _mocks._is_magic(entry):
      _add_entry(mock, spec, spec_set, entry, is_type, instance)
  return mock


def _add_entry(mock, spec, spec_set, entry, is_type, instance):
  """The child for an attribute of the model: methods at once, others when they are asked for."""
  try:
    original = getattr(spec, entry)
  except AttributeError:
    return
  if not isinstance(original, FunctionTypes):
    mock._mock_children[entry] = _SpecState(original, spec_set, mock, entry)
    return
  parent = mock.mock if isinstance(spec, FunctionTypes) else mock
  skip_first = _must_skip(spec, entry, is_type)
  cls = AsyncMock if iscoroutinefunction(original) else MagicMock
  child = cls(parent=parent, name=entry, _new_name=entry, _new_parent=parent, _eat_self=skip_first,
              **{"spec_set" if spec_set else "spec": original})
  mock._mock_children[entry] = child
  _check_signature(original, child, skip_first)
  if isinstance(mock, FunctionTypes):
    setattr(mock, entry, child)


def _must_skip(spec, entry, is_type):
  """Whether the first parameter of an attribute is self."""
  if not isinstance(spec, type):
    if entry in getattr(spec, "__dict__", {}):
      return False
    spec = type(spec)
  for cls in spec.__mro__:
    if entry in cls.__dict__:
      found = cls.__dict__[entry]
      # Looked up on an instance, methods have lost it already.
      return is_type if isinstance(found, FunctionTypes) else False
  return is_type


_file_spec = None


def mock_open(mock=None, read_data=""):
  """A mock for open(); what it opens reads the data."""
  import io

  def new_stream():
    return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

  stream = new_stream()

  def lines():
    if handle.readline.return_value is not None:
      while True:
        yield handle.readline.return_value
    yield from stream

  def readline_results(*args, **kwargs):
    yield from lines()
    while True:
      yield stream.readline(*args, **kwargs)

  def read(*args, **kwargs):
    return stream.read(*args, **kwargs) if handle.read.return_value is None else handle.read.return_value

  def readlines(*args, **kwargs):
    return stream.readlines(*args, **kwargs) if handle.readlines.return_value is None else handle.readlines.return_value

  def next_line():
    return next(stream) if handle.readline.return_value is None else handle.readline.return_value

  global _file_spec
  if _file_spec is None:
    _file_spec = sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
  if mock is None:
    mock = MagicMock(name="open", spec=dir(open))
  handle = MagicMock(spec=_file_spec)
  handle.__enter__.return_value = handle
  for name in ("write", "read", "readline", "readlines"):
    getattr(handle, name).return_value = None
  handle.read.side_effect = read
  results = readline_results()
  handle.readline.side_effect = results
  handle.readlines.side_effect = readlines
  handle.__iter__.side_effect = lines
  handle.__next__.side_effect = next_line

  def reset(*args, **kwargs):
    nonlocal stream, results
    stream = new_stream()
    if handle.readline.side_effect is results:
      results = readline_results()
      handle.readline.side_effect = results
    return DEFAULT

  mock.side_effect = reset
  mock.return_value = handle
  return mock


def seal(mock):
  """No more mocks are made for attributes of the mock and of the mocks in it."""
  mock._mock_sealed = True
  for name in dir(mock):
    try:
      child = getattr(mock, name)
    except AttributeError:
      continue
    if not isinstance(child, NonCallableMock) or isinstance(child._mock_children.get(name), _SpecState):
      continue
    if child._mock_new_parent is mock:
      seal(child)
