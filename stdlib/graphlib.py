"""Topological order: what has to be done before what.

>>> list(TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())[0]
'a'
"""

from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]

_OUT = -1
_DONE = -2


class CycleError(ValueError):
  """The graph has a cycle; args[1] is one of them, its first node again at the end."""


class _Node:
  __slots__ = ("node", "waits_for", "successors")

  def __init__(self, node):
    self.node = node
    self.waits_for = 0  # predecessors that are not done; then _OUT (given out) and _DONE
    self.successors = []


class TopologicalSorter:
  """Gives nodes in an order in which each comes after its predecessors."""

  def __init__(self, graph=None):
    self._nodes = {}
    self._ready = None
    self._given_out = 0
    self._finished = 0
    if graph is not None:
      for node, predecessors in graph.items():
        self.add(node, *predecessors)

  def _info(self, node):
    if node not in self._nodes:
      self._nodes[node] = _Node(node)
    return self._nodes[node]

  def add(self, node, *predecessors):
    """Adds a node, and nodes that come before it."""
    if self._ready is not None:
      raise ValueError("Nodes cannot be added after a call to prepare()")
    info = self._info(node)
    info.waits_for += len(predecessors)
    for predecessor in predecessors:
      self._info(predecessor).successors.append(node)

  def prepare(self):
    """Ends adding, and looks for cycles."""
    if self._ready is not None:
      raise ValueError("cannot prepare() more than once")
    self._ready = [info.node for info in self._nodes.values() if info.waits_for == 0]
    cycle = self._find_cycle()
    if cycle:
      raise CycleError("nodes are in a cycle", cycle)

  def get_ready(self):
    """The nodes that can be processed now."""
    if self._ready is None:
      raise ValueError("prepare() must be called first")
    result = tuple(self._ready)
    for node in result:
      self._nodes[node].waits_for = _OUT
    self._ready.clear()
    self._given_out += len(result)
    return result

  def is_active(self):
    """Whether there is more to do."""
    if self._ready is None:
      raise ValueError("prepare() must be called first")
    return self._finished < self._given_out or bool(self._ready)

  def __bool__(self):
    return self.is_active()

  def done(self, *nodes):
    """Marks nodes as processed."""
    if self._ready is None:
      raise ValueError("prepare() must be called first")
    for node in nodes:
      info = self._nodes.get(node)
      if info is None:
        raise ValueError(f"node {node!r} was not added using add()")
      if info.waits_for != _OUT:
        if info.waits_for >= 0:
          raise ValueError(f"node {node!r} was not passed out (still not ready)")
        raise ValueError(f"node {node!r} was already marked done")
      info.waits_for = _DONE
      for successor in info.successors:
        successor_info = self._nodes[successor]
        successor_info.waits_for -= 1
        if successor_info.waits_for == 0:
          self._ready.append(successor)
      self._finished += 1

  def _find_cycle(self):
    """The nodes of a cycle, or None: a depth-first search with an explicit stack."""
    done = set()
    for start in self._nodes:
      if start in done:
        continue
      path, places, iterators = [start], {start: 0}, [iter(self._nodes[start].successors)]
      while path:
        for node in iterators[-1]:
          if node in places:
            return path[places[node]:] + [node]
          if node not in done:
            places[node] = len(path)
            path.append(node)
            iterators.append(iter(self._nodes[node].successors))
            break
        else:
          node = path.pop()
          iterators.pop()
          del places[node]
          done.add(node)
    return None

  def static_order(self):
    """All nodes in order, one by one."""
    self.prepare()
    while self.is_active():
      nodes = self.get_ready()
      yield from nodes
      self.done(*nodes)

  __class_getitem__ = classmethod(GenericAlias)
