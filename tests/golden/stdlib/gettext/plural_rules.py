# Plural rules in C's notation: what is not needed is not evaluated; numbers that are no integers; mistakes.
import gettext
import warnings

for rule in ("n==0 || 10/n>2", "n && 5", "n||5", "!n", "n>1", "n%10==1?0:n==0||10/n>1?1:2", "1&&0||n", "n != 1", "10/n", "n n", "(n", "n ?", "", "1/"):
  for number in (0, 1, 2, 11, True, 1.5, "x", None):
    with warnings.catch_warnings(record=True) as caught:
      warnings.simplefilter("always")
      try:
        print(repr(rule), repr(number), gettext.c2py(rule)(number), end=" ")
      except Exception as error:
        print(repr(rule), repr(number), type(error).__name__, error, end=" ")
      print(*(f"{warning.category.__name__}: {warning.message}" for warning in caught))
