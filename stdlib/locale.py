"""The C locale: there is no other one here.

setlocale() accepts the names of the C locale (also in UTF-8) and refuses others; numbers are formatted as in C.
"""


__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str", "atof",
           "atoi", "delocalize", "format_string", "localize", "currency", "normalize", "resetlocale", "getencoding", "LC_CTYPE",
           "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "LC_MESSAGES", "CHAR_MAX"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
Error = type("Error", (Exception,), {"__module__": "locale", "__doc__": "A locale that is not there."})

_C_NAMES = ("", "C", "POSIX", "C.UTF-8", "C.utf8")
_str = str


def setlocale(category, locale=None):
  """The name of the locale; others than the C locale are refused."""
  if not LC_CTYPE <= category <= LC_ALL:
    raise Error("unsupported locale setting")
  if locale and not isinstance(locale, _str):
    language, encoding = locale
    locale = normalize((language or "C") + ("." + encoding if encoding else ""))
  if locale is not None and locale not in _C_NAMES:
    raise Error("unsupported locale setting")
  return locale or "C"


def localeconv():
  """How numbers and money are written."""
  return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [],
          "positive_sign": "", "negative_sign": "", "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
          "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX, "p_sign_posn": CHAR_MAX,
          "n_sign_posn": CHAR_MAX, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(a, b):
  """Order of two texts: <0, 0, >0."""
  return (a > b) - (a < b)


def strxfrm(s):
  """A key that sorts as strcoll() does."""
  return s


def getlocale(category=LC_CTYPE):
  """(language, encoding)."""
  if category == LC_ALL:
    raise TypeError("category LC_ALL is not supported")
  return None, None


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
  """(language, encoding) of the environment: the C locale."""
  return None, None


def getpreferredencoding(do_setlocale=True):
  """The encoding of text files."""
  return "UTF-8"


def getencoding():
  """The encoding of the locale."""
  return "UTF-8"


def resetlocale(category=LC_ALL):
  """Back to the environment's locale."""
  setlocale(category, "")


def normalize(localename):
  """The full name of a locale."""
  return {"c": "C", "posix": "C", "en_us": "en_US.ISO8859-1", "de_de": "de_DE.ISO8859-1", "fr_fr": "fr_FR.ISO8859-1"}.get(
      localename.lower(), localename)


def format_string(f, val, grouping=False, monetary=False):
  """f % val; the C locale groups nothing."""
  return f % val


def currency(val, symbol=True, grouping=False, international=False):
  """Money: the C locale has no format for it."""
  raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
  """A float as text."""
  return "%.12g" % val


def delocalize(string):
  """A number as float() takes it."""
  return string


def localize(string, grouping=False, monetary=False):
  """A number as the locale writes it."""
  return string


def atof(string, func=float):
  """A text as a float."""
  return func(delocalize(string))


def atoi(string):
  """A text as an integer."""
  return int(delocalize(string))
