"""Texts and comparisons that assertions use."""

from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(text, head, tail):
  left_out = len(text) - head - tail
  if left_out > _PLACEHOLDER_LEN:
    return f"{text[:head]}[{left_out} chars]{text[len(text) - tail:]}"
  return text


def _common_shorten_repr(*args):
  """The representations, shortened where they are alike, so that the difference stays readable."""
  texts = tuple(map(safe_repr, args))
  longest = max(map(len, texts))
  if longest <= _MAX_LENGTH:
    return texts
  prefix = commonprefix(texts)
  cut = len(prefix)
  common = _MAX_LENGTH - (longest - cut + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
  if common > _MIN_COMMON_LEN:
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, common)
    return tuple([prefix + text[cut:] for text in texts])
  prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
  return tuple([prefix + _shorten(text[cut:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts])


def safe_repr(obj, short=False):
  """repr() that does not fail."""
  try:
    text = repr(obj)
  except Exception:
    text = object.__repr__(obj)
  if not short or len(text) < _MAX_LENGTH:
    return text
  return text[:_MAX_LENGTH] + " [truncated]..."


def strclass(cls):
  """The name of a class with its module."""
  return f"{cls.__module__}.{cls.__qualname__}"


def three_way_cmp(x, y):
  """-1, 0 or 1."""
  return (x > y) - (x < y)


def sorted_list_difference(expected, actual):
  """(missing, unexpected) of two sorted lists."""
  missing = [item for index, item in enumerate(expected) if item not in actual and item not in expected[:index]]
  unexpected = [item for index, item in enumerate(actual) if item not in expected and item not in actual[:index]]
  return missing, unexpected


def unorderable_list_difference(expected, actual):
  """(missing, unexpected) of two lists that cannot be sorted; empties both."""
  missing = []
  while expected:
    item = expected.pop()
    try:
      actual.remove(item)
    except ValueError:
      missing.append(item)
  return missing, actual


def _count_diff_hashable(actual, expected):
  """(count in actual, count in expected, element) where the counts differ."""
  from collections import Counter
  counts, others = Counter(actual), Counter(expected)
  result = [(count, others.get(item, 0), item) for item, count in counts.items() if count != others.get(item, 0)]
  result.extend([(0, count, item) for item, count in others.items() if item not in counts])
  return result


def _count_diff_all_purpose(actual, expected):
  """_count_diff_hashable() for elements that only know ==."""
  found = object()  # stands for elements that are counted already
  first, second = list(actual), list(expected)
  result = []

  def take(items, start, wanted):
    count = 0
    for index in range(start, len(items)):
      if items[index] is not found and (items[index] is wanted or items[index] == wanted):
        count += 1
        items[index] = found
    return count

  for index, item in enumerate(first):
    if item is not found:
      here = take(first, index, item)
      there = take(second, 0, item)
      if here != there:
        result.append((here, there, item))
  for index, item in enumerate(second):
    if item is not found:
      result.append((0, take(second, index, item), item))
  return result
