"""Examples in docstrings: what passes, what fails, and the report.

>>> 1 + 1
2
>>> double(4)
8
"""
# The options in comments, exceptions, blank lines; testmod() and its summary.
import doctest
import io
import re
import sys


def double(x):
  """
  >>> double("a")
  'aa'
  >>> double(3)
  7
  >>> print("a\\n\\nb")
  a
  <BLANKLINE>
  b
  >>> double(None)
  Traceback (most recent call last):
    ...
  TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
  >>> list(range(20)) # doctest: +ELLIPSIS
  [0, 1, ..., 19]
  >>> list(range(12)) # doctest: +NORMALIZE_WHITESPACE
  [0,  1,  2,  3,  4,  5,
   6,  7,  8,  9, 10, 11]
  >>> for i in range(2):
  ...   print(i)
  0
  1
  >>> undefined # doctest: +SKIP
  >>> x = 5
  >>> x
  >>> True
  1
  >>> raise ValueError("detail") # doctest: +IGNORE_EXCEPTION_DETAIL
  Traceback (most recent call last):
  ValueError: other
  """
  return x * 2


class Thing:
  """
  >>> Thing().method()
  1
  """

  def method(self):
    """
    >>> Thing().method() + 1
    2
    """
    return 1

  @staticmethod
  def static():
    """>>> Thing.static()
    's'
    """
    return "s"


__test__ = {"extra": ">>> 2 * 3\n6\n"}
if __name__ == "__main__":
  report = io.StringIO()
  stdout, sys.stdout = sys.stdout, report
  outcome = doctest.testmod()
  verbose = doctest.testmod(verbose=True)
  sys.stdout = stdout
  print(report.getvalue().replace(__file__, "module.py"))
  print(outcome, verbose)
