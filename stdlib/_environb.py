"""os.environb: the environment as bytes."""

import os
from _collections_abc import MutableMapping


class EnvironBytes(MutableMapping):
  """A view of os.environ whose keys and values are bytes."""

  def _name(self, key):
    if not isinstance(key, bytes):
      raise TypeError(f"bytes expected, not {type(key).__name__}")
    return os.fsdecode(key)

  def __getitem__(self, key):
    try:
      return os.fsencode(os.environ[self._name(key)])
    except KeyError:
      raise KeyError(key) from None

  def __setitem__(self, key, value):
    os.environ[self._name(key)] = self._name(value)

  def __delitem__(self, key):
    try:
      del os.environ[self._name(key)]
    except KeyError:
      raise KeyError(key) from None

  def __iter__(self):
    for key in os.environ:
      yield os.fsencode(key)

  def __len__(self):
    return len(os.environ)

  def __repr__(self):
    return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self.items())}}})"

  def copy(self):
    """A dictionary of it."""
    return dict(self)
