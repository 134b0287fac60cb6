"""Shallow and deep copies."""

import _weakref
import copyreg

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
  """An object cannot be copied."""


error = Error

_ATOMS = {type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property, type(...), type(NotImplemented),
          type(len), type(lambda: 0), type((lambda: 0).__code__), _weakref.ref}


def copy(x):
  """A shallow copy."""
  cls = type(x)
  if cls in _ATOMS or issubclass(cls, type):
    return x
  if cls is list or cls is dict or cls is set or cls is bytearray:
    return x.copy()
  copier = getattr(cls, "__copy__", None)
  if copier is not None:
    return copier(x)
  rv = _reduce(x, cls, "shallow")
  if isinstance(rv, str):
    return x
  return _reconstruct(x, None, *rv)


def _reduce(x, cls, kind):
  reductor = copyreg.dispatch_table.get(cls)
  if reductor is not None:
    return reductor(x)
  reductor = getattr(x, "__reduce_ex__", None)
  if reductor is not None:
    return reductor(4)
  reductor = getattr(x, "__reduce__", None)
  if reductor:
    return reductor()
  raise Error(f"un({kind})copyable object of type {cls}")


def deepcopy(x, memo=None, _nil=[]):
  """A copy of the object and of everything in it."""
  cls = type(x)
  if cls in _DEEP_ATOMS:
    return x
  if memo is None:
    memo = {}
  d = id(x)
  y = memo.get(d, _nil)
  if y is not _nil:
    return y
  copier = _DEEP.get(cls)
  if copier is not None:
    y = copier(x, memo)
  elif issubclass(cls, type):
    y = x
  else:
    copier = getattr(x, "__deepcopy__", None)
    if copier is not None:
      y = copier(memo)
    else:
      rv = _reduce(x, cls, "deep")
      y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
  if y is not x:
    memo[d] = y
    # The original stays alive while the memo knows its id.
    try:
      memo[id(memo)].append(x)
    except KeyError:
      memo[id(memo)] = [x]
  return y


_DEEP_ATOMS = _ATOMS - {tuple, frozenset, slice}


def _deepcopy_list(x, memo):
  y = []
  memo[id(x)] = y
  for a in x:
    y.append(deepcopy(a, memo))
  return y


def _deepcopy_tuple(x, memo):
  y = [deepcopy(a, memo) for a in x]
  try:
    return memo[id(x)]
  except KeyError:
    pass
  for k, j in zip(x, y):
    if k is not j:
      return tuple(y)
  return x


def _deepcopy_dict(x, memo):
  y = {}
  memo[id(x)] = y
  for key, value in x.items():
    y[deepcopy(key, memo)] = deepcopy(value, memo)
  return y


def _deepcopy_set(x, memo):
  y = set()
  memo[id(x)] = y
  for a in x:
    y.add(deepcopy(a, memo))
  return y


class _C:
  def m(self):
    pass


_Method = type(_C().m)
del _C


def _deepcopy_method(x, memo):
  return type(x)(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, set: _deepcopy_set,
         frozenset: lambda x, memo: frozenset([deepcopy(a, memo) for a in x]), bytearray: lambda x, memo: bytearray(x),
         _Method: _deepcopy_method}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
  deep = memo is not None
  if deep and args:
    args = (deepcopy(arg, memo) for arg in args)
  y = func(*args)
  if deep:
    memo[id(x)] = y
  if state is not None:
    if deep:
      state = deepcopy(state, memo)
    if hasattr(y, "__setstate__"):
      y.__setstate__(state)
    else:
      slotstate = None
      if isinstance(state, tuple) and len(state) == 2:
        state, slotstate = state
      if state is not None:
        y.__dict__.update(state)
      if slotstate is not None:
        for key, value in slotstate.items():
          setattr(y, key, value)
  if listiter is not None:
    for item in listiter:
      y.append(deepcopy(item, memo) if deep else item)
  if dictiter is not None:
    for key, value in dictiter:
      if deep:
        key = deepcopy(key, memo)
        value = deepcopy(value, memo)
      y[key] = value
  return y
