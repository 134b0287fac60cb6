"""Calls as values that can be compared: what mocks record, and what tests expect."""

__name__ = "unittest.mock"
__unittest = True


class InvalidSpecError(Exception):
  """A mock is used as the specification of another one."""


class _SentinelObject:
  """A unique, named object."""

  def __init__(self, name):
    self.name = name

  def __repr__(self):
    return f"sentinel.{self.name}"

  def __reduce__(self):
    return f"sentinel.{self.name}"


class _Sentinel:
  """sentinel.NAME is a unique object, always the same for a name."""

  def __init__(self):
    self._sentinels = {}

  def __getattr__(self, name):
    if name == "__bases__":
      raise AttributeError  # help() would take it for a class
    if name not in self._sentinels:
      self._sentinels[name] = _SentinelObject(name)
    return self._sentinels[name]

  def __reduce__(self):
    return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
  """Equal to everything."""

  def __eq__(self, other):
    return True

  def __ne__(self, other):
    return False

  def __repr__(self):
    return "<ANY>"


ANY = _ANY()


def _format_call_signature(name, args, kwargs):
  parts = [repr(arg) for arg in args]
  parts.extend([f"{key}={value!r}" for key, value in kwargs.items()])
  return f"{name}({', '.join(parts)})"


def _split(value):
  """(name, args, kwargs) of a tuple in which any of them may be left out; None if it is none of these."""
  name, args, kwargs = "", (), {}
  size = len(value)
  if size == 3:
    return tuple(value)
  if size > 3:
    return None
  items = list(value)
  if items and isinstance(items[0], str):
    name = items.pop(0)
  if len(items) == 2:
    args, kwargs = items
  elif items:
    if isinstance(items[0], tuple):
      args = items[0]
    else:
      kwargs = items[0]
  return name, args, kwargs


class _Call(tuple):
  """(name, args, kwargs), or (args, kwargs) when made with two=True; what is left out of the other side counts as empty."""

  def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
    found, args, kwargs = _split(value)
    if two:
      return tuple.__new__(cls, (args, kwargs))
    has_name = len(value) == 3 or value and isinstance(value[0], str)
    return tuple.__new__(cls, (found if has_name else name, args, kwargs))

  def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
    self._mock_name = name
    self._mock_parent = parent
    self._mock_from_kall = from_kall

  def __eq__(self, other):
    try:
      len(other)
    except TypeError:
      return NotImplemented
    name, args, kwargs = self if len(self) == 3 else ("", *self)
    parent, other_parent = self._mock_parent, getattr(other, "_mock_parent", None)
    if parent and other_parent and parent != other_parent:
      return False
    found = _split(other)
    if found is None or name and found[0] != name:
      return False
    # The other side is on the left, so that ANY in it decides.
    return (found[1], found[2]) == (args, kwargs)

  __ne__ = object.__ne__
  __hash__ = None

  def __call__(self, /, *args, **kwargs):
    if self._mock_name is None:
      return _Call(("", args, kwargs), name="()")
    return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

  def __getattr__(self, attr):
    if self._mock_name is None:
      return _Call(name=attr, from_kall=False)
    return _Call(name=f"{self._mock_name}.{attr}", parent=self, from_kall=False)

  def __getattribute__(self, attr):
    # Names of tuple methods are names of mocks' methods too: call.index(1).
    if attr in tuple.__dict__:
      raise AttributeError
    return tuple.__getattribute__(self, attr)

  @property
  def args(self):
    return self[0] if len(self) == 2 else self[1]

  @property
  def kwargs(self):
    return self[1] if len(self) == 2 else self[2]

  def __repr__(self):
    if not self._mock_from_kall:
      name = self._mock_name or "call"
      return f"call{name}" if name.startswith("()") else name
    name, args, kwargs = self if len(self) == 3 else ("", *self)
    if not name:
      name = "call"
    elif name.startswith("()"):
      name = f"call{name}"
    else:
      name = f"call.{name}"
    return _format_call_signature(name, args, kwargs)

  def call_list(self):
    """The calls that led to this one, and this one: for call.a().b() call.a() and call.a().b()."""
    calls = []
    step = self
    while step is not None:
      if step._mock_from_kall:
        calls.append(step)
      step = step._mock_parent
    return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
  """A list of calls; `in` also finds a list of calls that follow one another in it."""

  def __contains__(self, value):
    if not isinstance(value, list):
      return list.__contains__(self, value)
    size = len(value)
    return any(self[start:start + size] == value for start in range(len(self) - size + 1))

  def __repr__(self):
    import pprint
    return pprint.pformat(list(self))


class _AnyComparer(list):
  """A list of calls in which what is looked for stands on the left of comparisons, so that ANY in it decides."""

  def __contains__(self, item):
    return any(len(item) == len(entry) and all(expected == actual for expected, actual in zip(item, entry)) for entry in self)
