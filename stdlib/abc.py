"""Abstract base classes."""

from _abc import ABCMeta, get_cache_token, _update_abstractmethods

__all__ = ["ABC", "ABCMeta", "abstractmethod", "abstractclassmethod", "abstractstaticmethod", "abstractproperty",
           "get_cache_token", "update_abstractmethods"]


def abstractmethod(funcobj):
  """Mark a method that subclasses must define before they can be instantiated."""
  funcobj.__isabstractmethod__ = True
  return funcobj


def update_abstractmethods(cls):
  """Compute __abstractmethods__ again after the class was changed."""
  return _update_abstractmethods(cls)


class abstractclassmethod(classmethod):
  """Deprecated: use classmethod over abstractmethod."""

  __isabstractmethod__ = True

  def __init__(self, callable):
    callable.__isabstractmethod__ = True
    super().__init__(callable)


class abstractstaticmethod(staticmethod):
  """Deprecated: use staticmethod over abstractmethod."""

  __isabstractmethod__ = True

  def __init__(self, callable):
    callable.__isabstractmethod__ = True
    super().__init__(callable)


class abstractproperty(property):
  """Deprecated: use property over abstractmethod."""

  __isabstractmethod__ = True


class ABC(metaclass=ABCMeta):
  """Inherit from this class to be an abstract base class."""

  __slots__ = ()
