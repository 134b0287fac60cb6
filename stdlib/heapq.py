"""Heaps in lists: heap[0] is the smallest item."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
  """The items of several sorted iterables, in order."""
  h = []
  if reverse:
    _heapify, _heappop, _heapreplace = _heapify_max, _heappop_max, _heapreplace_max
    direction = -1
  else:
    _heapify, _heappop, _heapreplace = heapify, heappop, heapreplace
    direction = 1
  for order, it in enumerate(map(iter, iterables)):
    try:
      value = next(it)
    except StopIteration:
      continue
    h.append([value if key is None else key(value), order * direction, value, it])
  _heapify(h)
  while len(h) > 1:
    try:
      while True:
        entry = h[0]
        value = entry[2]
        yield value
        value = next(entry[3])
        entry[0] = value if key is None else key(value)
        entry[2] = value
        _heapreplace(h, entry)
    except StopIteration:
      _heappop(h)
  if h:
    entry = h[0]
    yield entry[2]
    yield from entry[3]


def nsmallest(n, iterable, key=None):
  """The n smallest items, in order."""
  if n == 1:
    sentinel = object()
    result = min(iter(iterable), default=sentinel, key=key)
    return [] if result is sentinel else [result]
  return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
  """The n largest items, the largest first."""
  if n == 1:
    sentinel = object()
    result = max(iter(iterable), default=sentinel, key=key)
    return [] if result is sentinel else [result]
  return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
