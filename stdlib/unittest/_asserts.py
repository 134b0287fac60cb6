"""The assert methods of test cases."""

import sys
import types
import warnings

from unittest.util import safe_repr, _common_shorten_repr, _count_diff_hashable, _count_diff_all_purpose

__unittest = True

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def _is_subtype(expected, base):
  if isinstance(expected, tuple):
    return all(_is_subtype(item, base) for item in expected)
  return isinstance(expected, type) and issubclass(expected, base)


def _name_of(expected):
  return getattr(expected, "__name__", None) or str(expected)


class _ExpectationContext:
  """What assertRaises() and assertWarns() have in common."""

  def __init__(self, expected, test_case, expected_regex=None):
    self.expected = expected
    self.test_case = test_case
    if expected_regex is not None:
      import re
      expected_regex = re.compile(expected_regex)
    self.expected_regex = expected_regex
    self.obj_name = None
    self.msg = None

  def _raiseFailure(self, text):
    raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

  def _fail_without(self, verb):
    by = f" by {self.obj_name}" if self.obj_name else ""
    self._raiseFailure(f"{_name_of(self.expected)} not {verb}{by}")

  def handle(self, name, args, kwargs):
    """Calls args[0] with the rest inside of the context; without arguments gives the context."""
    try:
      if not _is_subtype(self.expected, self._base_type):
        raise TypeError(f"{name}() arg 1 must be {self._base_type_str}")
      if not args:
        self.msg = kwargs.pop("msg", None)
        if kwargs:
          raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
        return self
      function, *args = args
      self.obj_name = getattr(function, "__name__", None) or str(function)
      with self:
        function(*args, **kwargs)
    finally:
      self = None  # the exception's traceback refers to this frame


class _AssertRaisesContext(_ExpectationContext):
  _base_type = BaseException
  _base_type_str = "an exception type or tuple of exception types"

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_value, tb):
    if exc_type is None:
      self._fail_without("raised")
    if not issubclass(exc_type, self.expected):
      return False
    self.exception = exc_value.with_traceback(None)
    regex = self.expected_regex
    if regex is not None and not regex.search(str(exc_value)):
      self._raiseFailure(f'"{regex.pattern}" does not match "{exc_value}"')
    return True

  __class_getitem__ = classmethod(types.GenericAlias)


class _AssertWarnsContext(_ExpectationContext):
  _base_type = Warning
  _base_type_str = "a warning type or tuple of warning types"

  def __enter__(self):
    # Places that have warned already would stay silent.
    for module in list(sys.modules.values()):
      if getattr(module, "__warningregistry__", None):
        module.__warningregistry__ = {}
    self.warnings_manager = warnings.catch_warnings(record=True)
    self.warnings = self.warnings_manager.__enter__()
    warnings.simplefilter("always", self.expected)
    return self

  def __exit__(self, exc_type, exc_value, tb):
    self.warnings_manager.__exit__(exc_type, exc_value, tb)
    if exc_type is not None:
      return
    other = None
    for entry in self.warnings:
      warning = entry.message
      if not isinstance(warning, self.expected):
        continue
      if other is None:
        other = warning
      if self.expected_regex is not None and not self.expected_regex.search(str(warning)):
        continue
      self.warning = warning
      self.filename = entry.filename
      self.lineno = entry.lineno
      return
    if other is not None:
      self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{other}"')
    self._fail_without("triggered")


class _Assertions:
  """The assert methods; all take an optional message."""

  failureException = AssertionError
  longMessage = True
  maxDiff = 80 * 8
  _diffThreshold = 2**16

  def _formatMessage(self, msg, text):
    if not self.longMessage:
      return msg or text
    return text if msg is None else f"{text} : {msg}"

  def _truncateMessage(self, message, diff):
    if self.maxDiff is None or len(diff) <= self.maxDiff:
      return message + diff
    return message + DIFF_OMITTED % len(diff)

  def fail(self, msg=None):
    """Fails with the message."""
    raise self.failureException(msg)

  def assertFalse(self, expr, msg=None):
    """Fails if the expression is true."""
    if expr:
      raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

  def assertTrue(self, expr, msg=None):
    """Fails if the expression is false."""
    if not expr:
      raise self.failureException(self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

  # Exceptions, warnings, logs.

  def assertRaises(self, expected_exception, *args, **kwargs):
    """Fails unless the call, or the block of `with`, raises such an exception."""
    context = _AssertRaisesContext(expected_exception, self)
    try:
      return context.handle("assertRaises", args, kwargs)
    finally:
      context = None

  def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
    """assertRaises() that also searches the exception's text for the pattern."""
    context = _AssertRaisesContext(expected_exception, self, expected_regex)
    return context.handle("assertRaisesRegex", args, kwargs)

  def assertWarns(self, expected_warning, *args, **kwargs):
    """Fails unless the call, or the block of `with`, gives such a warning."""
    return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

  def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
    """assertWarns() that also searches the warning's text for the pattern."""
    return _AssertWarnsContext(expected_warning, self, expected_regex).handle("assertWarnsRegex", args, kwargs)

  def assertLogs(self, logger=None, level=None):
    """Fails unless the block of `with` logs something of the level."""
    from unittest._log import _AssertLogsContext
    return _AssertLogsContext(self, logger, level, no_logs=False)

  def assertNoLogs(self, logger=None, level=None):
    """Fails if the block of `with` logs something of the level."""
    from unittest._log import _AssertLogsContext
    return _AssertLogsContext(self, logger, level, no_logs=True)

  # Equality.

  def _getAssertEqualityFunc(self, first, second):
    if type(first) is type(second):
      asserter = self._type_equality_funcs.get(type(first))
      if asserter is not None:
        return getattr(self, asserter) if isinstance(asserter, str) else asserter
    return self._baseAssertEqual

  def _baseAssertEqual(self, first, second, msg=None):
    if not first == second:
      text = "%s != %s" % _common_shorten_repr(first, second)
      raise self.failureException(self._formatMessage(msg, text))

  def assertEqual(self, first, second, msg=None):
    """Fails unless first == second."""
    self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

  def assertNotEqual(self, first, second, msg=None):
    """Fails unless first != second."""
    if not first != second:
      raise self.failureException(self._formatMessage(msg, f"{safe_repr(first)} == {safe_repr(second)}"))

  def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
    """Fails unless the difference rounds to zero at so many places (7), or is at most delta."""
    if first == second:
      return
    if delta is not None and places is not None:
      raise TypeError("specify delta or places not both")
    difference = abs(first - second)
    if delta is not None:
      if difference <= delta:
        return
      limit = f"{safe_repr(delta)} delta"
    else:
      places = 7 if places is None else places
      if round(difference, places) == 0:
        return
      limit = f"{places!r} places"
    text = f"{safe_repr(first)} != {safe_repr(second)} within {limit} ({safe_repr(difference)} difference)"
    raise self.failureException(self._formatMessage(msg, text))

  def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
    """Fails if assertAlmostEqual() would not."""
    if delta is not None and places is not None:
      raise TypeError("specify delta or places not both")
    difference = abs(first - second)
    if delta is not None:
      if not first == second and difference > delta:
        return
      text = f"{safe_repr(first)} == {safe_repr(second)} within {safe_repr(delta)} delta ({safe_repr(difference)} difference)"
    else:
      places = 7 if places is None else places
      if not first == second and round(difference, places) != 0:
        return
      text = f"{safe_repr(first)} == {safe_repr(second)} within {places!r} places"
    raise self.failureException(self._formatMessage(msg, text))

  def _diff_of(self, first, second):
    import difflib
    import pprint
    return "\n" + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))

  def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
    """Fails unless both sequences have equal elements in the same order."""
    name = "sequence"
    if seq_type is not None:
      name = seq_type.__name__
      for position, value in (("First", seq1), ("Second", seq2)):
        if not isinstance(value, seq_type):
          raise self.failureException(f"{position} sequence is not a {name}: {safe_repr(value)}")
    text = None
    lengths = []
    for position, value in (("First", seq1), ("Second", seq2)):
      try:
        lengths.append(len(value))
      except (TypeError, NotImplementedError):
        text = f"{position} {name} has no length.    Non-sequence?"
        break
    if text is None:
      if seq1 == seq2:
        return
      text = self._sequence_difference(seq1, seq2, *lengths, name, seq_type)
      if text is None:
        return
    self.fail(self._formatMessage(msg, self._truncateMessage(text, self._diff_of(seq1, seq2))))

  def _sequence_difference(self, seq1, seq2, len1, len2, name, seq_type):
    """The description of the first difference; None if only the types differ, which is allowed without a seq_type."""
    cannot_index = (TypeError, IndexError, NotImplementedError)
    text = "%ss differ: %s != %s\n" % (name.capitalize(), *_common_shorten_repr(seq1, seq2))
    for index in range(min(len1, len2)):
      items = []
      try:
        for value in (seq1, seq2):
          items.append(value[index])
      except cannot_index:
        text += f"\nUnable to index element {index} of {'second' if items else 'first'} {name}\n"
        break
      if items[0] != items[1]:
        text += "\nFirst differing element %d:\n%s\n%s\n" % (index, *_common_shorten_repr(*items))
        break
    else:
      if len1 == len2 and seq_type is None and type(seq1) != type(seq2):
        return None
    if len1 != len2:
      position, longer = ("First", seq1) if len1 > len2 else ("Second", seq2)
      start = min(len1, len2)
      text += f"\n{position} {name} contains {abs(len1 - len2)} additional elements.\n"
      try:
        text += f"First extra element {start}:\n{safe_repr(longer[start])}\n"
      except cannot_index:
        text += f"Unable to index element {start} of {position.lower()} {name}\n"
    return text

  def assertListEqual(self, list1, list2, msg=None):
    """assertSequenceEqual() for lists."""
    self.assertSequenceEqual(list1, list2, msg, seq_type=list)

  def assertTupleEqual(self, tuple1, tuple2, msg=None):
    """assertSequenceEqual() for tuples."""
    self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

  def assertSetEqual(self, set1, set2, msg=None):
    """Fails unless both sets have the same elements."""
    differences = []
    for position, one, other in (("first", set1, set2), ("second", set2, set1)):
      try:
        differences.append(one.difference(other))
      except TypeError as error:
        self.fail(f"invalid type when attempting set difference: {error}")
      except AttributeError as error:
        self.fail(f"{position} argument does not support set difference: {error}")
    if not any(differences):
      return
    lines = []
    for difference, one, other in zip(differences, ("first", "second"), ("second", "first")):
      if difference:
        lines.append(f"Items in the {one} set but not the {other}:")
        lines.extend(map(repr, difference))
    self.fail(self._formatMessage(msg, "\n".join(lines)))

  def assertDictEqual(self, d1, d2, msg=None):
    """Fails unless both are equal dictionaries."""
    self.assertIsInstance(d1, dict, "First argument is not a dictionary")
    self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
    if d1 != d2:
      text = "%s != %s" % _common_shorten_repr(d1, d2)
      self.fail(self._formatMessage(msg, self._truncateMessage(text, self._diff_of(d1, d2))))

  def assertDictContainsSubset(self, subset, dictionary, msg=None):
    """Fails unless the dictionary has all items of the subset (deprecated)."""
    warnings.warn("assertDictContainsSubset is deprecated", DeprecationWarning)
    missing = [safe_repr(key) for key, _ in subset.items() if key not in dictionary]
    mismatched = [f"{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}"
                  for key, value in subset.items() if key in dictionary and value != dictionary[key]]
    texts = []
    if missing:
      texts.append("Missing: " + ",".join(missing))
    if mismatched:
      texts.append("Mismatched values: " + ",".join(mismatched))
    if texts:
      self.fail(self._formatMessage(msg, "; ".join(texts)))

  def assertCountEqual(self, first, second, msg=None):
    """Fails unless both have the same elements the same number of times, in any order."""
    first, second = list(first), list(second)
    try:
      differences = _count_diff_hashable(first, second)
    except TypeError:
      differences = _count_diff_all_purpose(first, second)
    if differences:
      lines = ["First has %d, Second has %d:  %r" % difference for difference in differences]
      text = self._truncateMessage("Element counts were not equal:\n", "\n".join(lines))
      self.fail(self._formatMessage(msg, text))

  def assertMultiLineEqual(self, first, second, msg=None):
    """Fails unless both texts are equal; shows the lines that differ."""
    self.assertIsInstance(first, str, "First argument is not a string")
    self.assertIsInstance(second, str, "Second argument is not a string")
    if first == second:
      return
    if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
      self._baseAssertEqual(first, second, msg)
    import difflib
    first_lines = first.splitlines(keepends=True)
    second_lines = second.splitlines(keepends=True)
    if len(first_lines) == 1 and first.strip("\r\n") == first:
      first_lines = [first + "\n"]
      second_lines = [second + "\n"]
    text = "%s != %s" % _common_shorten_repr(first, second)
    text = self._truncateMessage(text, "\n" + "".join(difflib.ndiff(first_lines, second_lines)))
    self.fail(self._formatMessage(msg, text))

  # Relations.

  def assertIn(self, member, container, msg=None):
    """Fails unless member in container."""
    if member not in container:
      self.fail(self._formatMessage(msg, f"{safe_repr(member)} not found in {safe_repr(container)}"))

  def assertNotIn(self, member, container, msg=None):
    """Fails if member in container."""
    if member in container:
      self.fail(self._formatMessage(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"))

  def assertIs(self, expr1, expr2, msg=None):
    """Fails unless both are one object."""
    if expr1 is not expr2:
      self.fail(self._formatMessage(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}"))

  def assertIsNot(self, expr1, expr2, msg=None):
    """Fails if both are one object."""
    if expr1 is expr2:
      self.fail(self._formatMessage(msg, f"unexpectedly identical: {safe_repr(expr1)}"))

  def assertIsNone(self, obj, msg=None):
    """Fails unless the object is None."""
    if obj is not None:
      self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not None"))

  def assertIsNotNone(self, obj, msg=None):
    """Fails if the object is None."""
    if obj is None:
      self.fail(self._formatMessage(msg, "unexpectedly None"))

  def assertIsInstance(self, obj, cls, msg=None):
    """Fails unless isinstance(obj, cls)."""
    if not isinstance(obj, cls):
      self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not an instance of {cls!r}"))

  def assertNotIsInstance(self, obj, cls, msg=None):
    """Fails if isinstance(obj, cls)."""
    if isinstance(obj, cls):
      self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is an instance of {cls!r}"))

  def assertLess(self, a, b, msg=None):
    """Fails unless a < b."""
    if not a < b:
      self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than {safe_repr(b)}"))

  def assertLessEqual(self, a, b, msg=None):
    """Fails unless a <= b."""
    if not a <= b:
      self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}"))

  def assertGreater(self, a, b, msg=None):
    """Fails unless a > b."""
    if not a > b:
      self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}"))

  def assertGreaterEqual(self, a, b, msg=None):
    """Fails unless a >= b."""
    if not a >= b:
      self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}"))

  # Patterns.

  def assertRegex(self, text, expected_regex, msg=None):
    """Fails unless the pattern is found in the text."""
    if isinstance(expected_regex, (str, bytes)):
      assert expected_regex, "expected_regex must not be empty."
      import re
      expected_regex = re.compile(expected_regex)
    if not expected_regex.search(text):
      raise self.failureException(self._formatMessage(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}"))

  def assertNotRegex(self, text, unexpected_regex, msg=None):
    """Fails if the pattern is found in the text."""
    if isinstance(unexpected_regex, (str, bytes)):
      import re
      unexpected_regex = re.compile(unexpected_regex)
    match = unexpected_regex.search(text)
    if match:
      found = text[match.start():match.end()]
      raise self.failureException(self._formatMessage(msg, f"Regex matched: {found!r} matches {unexpected_regex.pattern!r} in {text!r}"))


def _deprecated(function):
  """An old name of an assert method."""
  def deprecated_func(*args, **kwargs):
    warnings.warn(f"Please use {function.__name__} instead.", DeprecationWarning, 2)
    return function(*args, **kwargs)
  return deprecated_func


for _old, _new in (("failUnlessEqual", "assertEqual"), ("assertEquals", "assertEqual"), ("failIfEqual", "assertNotEqual"),
                   ("assertNotEquals", "assertNotEqual"), ("failUnlessAlmostEqual", "assertAlmostEqual"),
                   ("assertAlmostEquals", "assertAlmostEqual"), ("failIfAlmostEqual", "assertNotAlmostEqual"),
                   ("assertNotAlmostEquals", "assertNotAlmostEqual"), ("failUnless", "assertTrue"), ("assert_", "assertTrue"),
                   ("failUnlessRaises", "assertRaises"), ("failIf", "assertFalse"), ("assertRaisesRegexp", "assertRaisesRegex"),
                   ("assertRegexpMatches", "assertRegex"), ("assertNotRegexpMatches", "assertNotRegex")):
  setattr(_Assertions, _old, _deprecated(getattr(_Assertions, _new)))
for _name, _method in vars(_Assertions).items():
  if isinstance(_method, types.FunctionType) and "<locals>" not in _method.__qualname__:
    _method.__qualname__ = "TestCase." + _name  # the class that programs know
