"""Lists of nodes, and attributes that methods stand behind."""

from xml.dom import NoModificationAllowedErr as _NoModificationAllowedErr

__all__ = ["NodeList", "EmptyNodeList", "StringTypes", "defproperty"]

StringTypes = (str,)


def _read_only(name):
  def refuse(self, value):
    raise _NoModificationAllowedErr(f"attempt to modify read-only attribute {name!r}")
  return refuse


class NodeList(list):
  """The children of a node, or nodes that were found."""

  __slots__ = ()

  def item(self, index):
    """The node at a place, or None."""
    return self[index] if 0 <= index < len(self) else None

  def _get_length(self):
    return len(self)

  length = property(_get_length, _read_only("length"), doc="The number of nodes.")


class EmptyNodeList(tuple):
  """The children of a node that can have none."""

  __slots__ = ()

  def __add__(self, other):
    return NodeList(other)

  __radd__ = __add__

  def item(self, index):
    """None."""

  def _get_length(self):
    return 0

  length = property(_get_length, _read_only("length"), doc="The number of nodes: 0.")


def defproperty(klass, name, doc):
  """Gives a class a read-only attribute for its method _get_NAME()."""
  assert not hasattr(klass, "_set_" + name), "expected not to find _set_" + name
  setattr(klass, name, property(getattr(klass, "_get_" + name), _read_only(name), doc=doc))
