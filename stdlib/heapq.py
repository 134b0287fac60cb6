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
  return _best(n, iterable, key, False)


def nlargest(n, iterable, key=None):
  """The n largest items, the largest first."""
  return _best(n, iterable, key, True)


def _best(n, iterable, key, largest):
  if n == 1:
    sentinel = object()
    result = (max if largest else min)(iter(iterable), default=sentinel, key=key)
    return [] if result is sentinel else [result]
  try:
    size = len(iterable)
  except (TypeError, AttributeError):
    size = None
  if size is not None and n >= size:
    return sorted(iterable, key=key, reverse=largest)[:n]
  return _best_of_stream(n, iter(iterable), key, largest)


def _best_of_stream(n, items, key, largest):
  """A heap of the n best items so far, the worst of them on top. Among equal ones the first are better."""
  step = -1 if largest else 1
  heap = [(item if key is None else key(item), place, item) for place, item in zip(range(0, step * n, step), items)]
  if not heap:
    return heap
  make, replace = (heapify, heapreplace) if largest else (_heapify_max, _heapreplace_max)
  make(heap)
  worst = heap[0][0]
  place = step * n
  for item in items:
    rank = item if key is None else key(item)
    if worst < rank if largest else rank < worst:
      replace(heap, (rank, place, item))
      worst = heap[0][0]
      place += step
  heap.sort(reverse=largest)
  return [entry[2] for entry in heap]
