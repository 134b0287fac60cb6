"""patch(): replacing attributes for the time of a test."""

import builtins
import contextlib
import functools
import inspect
import sys
import types

from unittest.mock import _mocks
from unittest.mock._autospec import _check_typos, _instance_callable, create_autospec
from unittest.mock._calls import DEFAULT, InvalidSpecError
from unittest.mock._mocks import AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock, _is_instance_mock

__name__ = "unittest.mock"
__unittest = True

_builtins = {name for name in dir(builtins) if not name.startswith("_")}


def _resolve(name):
  """The object with a dotted name; as many parts as possible are modules."""
  import importlib
  first, *rest = name.split(".")
  result = importlib.import_module(first)
  path = first
  for index, part in enumerate(rest):
    path += "." + part
    try:
      result = importlib.import_module(path)
    except ImportError:
      for attribute in rest[index:]:
        result = getattr(result, attribute)
      break
  return result


class _Decorating:
  """What _patch and _patch_dict have in common: they decorate functions and classes, and can be started and stopped."""

  _active_patches = []

  def __call__(self, func):
    if isinstance(func, type):
      return self._decorate_class(func)
    return self._decorate_function(func)

  def _decorate_class(self, cls):
    for name in dir(cls):
      if name.startswith(patch.TEST_PREFIX):
        value = getattr(cls, name)
        if hasattr(value, "__call__"):
          setattr(cls, name, self.copy()(value))
    return cls

  def start(self):
    """Replaces until stop() is called; gives what __enter__() gives."""
    result = self.__enter__()
    self._active_patches.append(self)
    return result

  def stop(self):
    """Undoes start()."""
    try:
      self._active_patches.remove(self)
    except ValueError:
      return None  # it was not started
    return self.__exit__(None, None, None)


class _patch(_Decorating):
  attribute_name = None

  def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
    if new_callable is not None:
      if new is not DEFAULT:
        raise ValueError("Cannot use 'new' and 'new_callable' together")
      if autospec is not None:
        raise ValueError("Cannot use 'autospec' and 'new_callable' together")
    if not unsafe:
      _check_typos(kwargs)
    if _is_instance_mock(spec):
      raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]")
    if _is_instance_mock(spec_set):
      raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. [spec_set={spec_set!r}]")
    self.getter = getter
    self.attribute = attribute
    self.new = new
    self.new_callable = new_callable
    self.spec = spec
    self.create = create
    self.spec_set = spec_set
    self.autospec = autospec
    self.kwargs = kwargs
    self.additional_patchers = []

  def copy(self):
    other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                   self.kwargs, unsafe=True)
    other.attribute_name = self.attribute_name
    other.additional_patchers = [patcher.copy() for patcher in self.additional_patchers]
    return other

  def _decorate_function(self, func):
    if hasattr(func, "patchings"):
      func.patchings.append(self)
      return func

    if inspect.iscoroutinefunction(func):
      @functools.wraps(func)
      async def patched(*args, **kwargs):
        with _entered(patched.patchings, args, kwargs) as args:
          return await func(*args, **kwargs)
    else:
      @functools.wraps(func)
      def patched(*args, **kwargs):
        with _entered(patched.patchings, args, kwargs) as args:
          return func(*args, **kwargs)
    patched.patchings = [self]
    return patched

  def get_original(self):
    """(what is there, whether it is in the object's own namespace)."""
    target, name = self.getter(), self.attribute
    original, local = DEFAULT, False
    try:
      original = target.__dict__[name]
      local = True
    except (AttributeError, KeyError):
      original = getattr(target, name, DEFAULT)
    if name in _builtins and isinstance(target, types.ModuleType):
      self.create = True
    if not self.create and original is DEFAULT:
      raise AttributeError(f"{target} does not have the attribute {name!r}")
    return original, local

  def __enter__(self):
    """Replaces; gives the new object, or a dictionary of them for patch.multiple()."""
    self.target = self.getter()
    spec = None if self.spec is False else self.spec
    spec_set = None if self.spec_set is False else self.spec_set
    autospec = None if self.autospec is False else self.autospec
    if spec is not None and autospec is not None:
      raise TypeError("Can't specify spec and autospec")
    if (spec is not None or autospec is not None) and spec_set not in (True, None):
      raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
    original, local = self.get_original()
    new = self.new
    if new is DEFAULT and autospec is None:
      new = self._make_mock(original, spec, spec_set)
    elif autospec is not None:
      new = self._make_autospec(original, autospec, bool(spec_set))
    elif self.kwargs:
      raise TypeError("Can't pass kwargs to a mock we aren't creating")
    self.temp_original = original
    self.is_local = local
    self._exit_stack = contextlib.ExitStack()
    try:
      setattr(self.target, self.attribute, new)
      if self.attribute_name is None:
        return new
      created = {self.attribute_name: new} if self.new is DEFAULT else {}
      for patcher in self.additional_patchers:
        result = self._exit_stack.enter_context(patcher)
        if patcher.new is DEFAULT:
          created.update(result)
      return created
    except:
      if not self.__exit__(*sys.exc_info()):
        raise

  def _make_mock(self, original, spec, spec_set):
    if spec is True:
      spec = original
      if spec_set is True:
        spec, spec_set = None, original
    elif spec is not None:
      if spec_set is True:
        spec, spec_set = None, spec
    elif spec_set is True:
      spec_set = original
    model = spec if spec_set is None else spec_set
    inherit = False
    if model is not None:
      if original is DEFAULT:
        raise TypeError("Can't use 'spec' with create=True")
      inherit = isinstance(original, type)
    cls = AsyncMock if spec is None and _mocks._is_async_obj(original) else MagicMock
    if self.new_callable is not None:
      cls = self.new_callable
    elif model is not None:
      can_call = "__call__" in model if _mocks._is_list(model) else callable(model)
      if _mocks._is_async_obj(model):
        cls = AsyncMock
      elif not can_call:
        cls = NonCallableMagicMock
    options = {}
    if spec is not None:
      options["spec"] = spec
    if spec_set is not None:
      options["spec_set"] = spec_set
    if isinstance(cls, type) and issubclass(cls, NonCallableMock) and self.attribute:
      options["name"] = self.attribute
    options.update(self.kwargs)
    new = cls(**options)
    if inherit and _is_instance_mock(new):
      # The mock of a class: its instances have the same model.
      if not _mocks._is_list(model) and not _instance_callable(model):
        cls = NonCallableMagicMock
      options.pop("name")
      new.return_value = cls(_new_parent=new, _new_name="()", **options)
    return new

  def _make_autospec(self, original, autospec, spec_set):
    if self.new is not DEFAULT:
      raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
    if original is DEFAULT:
      raise TypeError("Can't use 'autospec' with create=True")
    if autospec is True:
      autospec = original
    if _is_instance_mock(self.target):
      raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. "
                             f"[target={self.target!r}, attr={autospec!r}]")
    if _is_instance_mock(autospec):
      name = getattr(self.target, "__name__", self.target)
      raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} from target {name!r} as it has already been mocked out. "
                             f"[target={self.target!r}, attr={autospec!r}]")
    return create_autospec(autospec, spec_set=spec_set, _name=self.attribute, **self.kwargs)

  def __exit__(self, *exc_info):
    """Puts back what was there."""
    target, name = self.target, self.attribute
    if self.is_local and self.temp_original is not DEFAULT:
      setattr(target, name, self.temp_original)
    else:
      delattr(target, name)
      if not self.create and (not hasattr(target, name) or
                              name in ("__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__")):
        # Objects that pass attributes on to others need it set again.
        setattr(target, name, self.temp_original)
    del self.temp_original
    del self.is_local
    del self.target
    stack = self._exit_stack
    del self._exit_stack
    return stack.__exit__(*exc_info)


@contextlib.contextmanager
def _entered(patchings, args, kwargs):
  """All patches of a function at work; gives its arguments with the mocks behind them."""
  with contextlib.ExitStack() as stack:
    created = []
    for patching in patchings:
      result = stack.enter_context(patching)
      if patching.attribute_name is not None:
        kwargs.update(result)
      elif patching.new is DEFAULT:
        created.append(result)
    yield (*args, *created)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
  """Replaces an attribute of an object."""
  if type(target) is str:
    raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
  return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
  """Replaces several attributes, given as keywords; DEFAULT makes a mock."""
  getter = functools.partial(_resolve, target) if type(target) is str else lambda: target
  if not kwargs:
    raise ValueError("Must supply at least one keyword argument with patch.multiple")
  patchers = []
  for attribute, new in kwargs.items():
    patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
    patcher.attribute_name = attribute
    patchers.append(patcher)
  first, *others = patchers
  first.additional_patchers.extend(others)
  return first


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
  """Replaces what a dotted name means, as a decorator, context manager, or with start() and stop().

  Without `new` a mock is made, given to the decorated function behind its other arguments. spec and spec_set are those
  of the mock (True: of what is replaced); autospec makes it with create_autospec(); new_callable makes it in another
  way; create allows names that are not there. Other keywords configure the mock.
  """
  try:
    module, attribute = target.rsplit(".", 1)
  except (TypeError, ValueError, AttributeError):
    raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
  return _patch(functools.partial(_resolve, module), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


class _patch_dict(_Decorating):
  """Changes a dictionary, given itself or by its dotted name; afterwards all is as before."""

  def __init__(self, in_dict, values=(), clear=False, **kwargs):
    self.in_dict = in_dict
    self.values = dict(values, **kwargs)
    self.clear = clear
    self._original = None

  def copy(self):
    return _patch_dict(self.in_dict, self.values, self.clear)

  def _decorate_function(self, func):
    if inspect.iscoroutinefunction(func):
      @functools.wraps(func)
      async def changed(*args, **kwargs):
        with self:
          return await func(*args, **kwargs)
    else:
      @functools.wraps(func)
      def changed(*args, **kwargs):
        with self:
          return func(*args, **kwargs)
    return changed

  def __enter__(self):
    if isinstance(self.in_dict, str):
      self.in_dict = _resolve(self.in_dict)
    mapping = self.in_dict
    try:
      self._original = mapping.copy()
    except AttributeError:
      self._original = {key: mapping[key] for key in mapping}
    if self.clear:
      _clear_dict(mapping)
    _update_dict(mapping, self.values)
    return mapping

  def __exit__(self, *args):
    if self._original is not None:
      _clear_dict(self.in_dict)
      _update_dict(self.in_dict, self._original)
    return False


def _clear_dict(mapping):
  try:
    mapping.clear()
  except AttributeError:
    for key in list(mapping):
      del mapping[key]


def _update_dict(mapping, values):
  try:
    mapping.update(values)
  except AttributeError:
    for key in values:
      mapping[key] = values[key]


def _patch_stopall():
  """Undoes all patches that were started."""
  for patcher in reversed(_Decorating._active_patches[:]):
    patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = "test"
