"""The C locale: there is no other one here.

setlocale() accepts the names of the C locale (also in UTF-8) and refuses others; numbers are formatted as in C.
"""

from _locale import Error, bind_textdomain_codeset, bindtextdomain, dcgettext, dgettext, gettext, textdomain

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll", "strxfrm", "str", "atof",
           "atoi", "delocalize", "format_string", "localize", "currency", "normalize", "resetlocale", "getencoding", "nl_langinfo", "LC_CTYPE",
           "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "LC_MESSAGES", "CHAR_MAX"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127

# nl_langinfo() and its constants
CODESET = 14
_LANGINFO = {CODESET: "UTF-8"}


def _name_items(first, names, texts):
  for at, (name, text) in enumerate(zip(names, texts)):
    globals()[name] = first + at
    _LANGINFO[first + at] = text


_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_name_items(65536, ("RADIXCHAR", "THOUSEP"), (".", ""))
_name_items(131072, [f"{prefix}_{n}" for prefix in ("ABDAY", "DAY") for n in range(1, 8)], [day[:3] for day in _DAYS] + list(_DAYS))
_name_items(131086, [f"{prefix}_{n}" for prefix in ("ABMON", "MON") for n in range(1, 13)], [month[:3] for month in _MONTHS] + list(_MONTHS))
_name_items(131110, ("AM_STR", "PM_STR", "D_T_FMT", "D_FMT", "T_FMT", "T_FMT_AMPM", "ERA"),
            ("AM", "PM", "%a %b %e %H:%M:%S %Y", "%m/%d/%y", "%H:%M:%S", "%I:%M:%S %p", ""))
_name_items(131118, ("ERA_D_FMT", "ALT_DIGITS", "ERA_D_T_FMT", "ERA_T_FMT"), ("", "", "", ""))
_name_items(262159, ("CRNCYSTR",), ("-",))
_name_items(327680, ("YESEXPR", "NOEXPR"), ("^[yY]", "^[nN]"))


_native_wording = {"strcoll": "", "strxfrm": "", "nl_langinfo": ""}  # Words argument errors as natives do.


def nl_langinfo(key):
  """What the locale says about names, formats and encoding."""
  try:
    return _LANGINFO[key]
  except KeyError:
    raise ValueError("unsupported langinfo constant") from None


_C_NAMES = ("C", "POSIX", "C.UTF-8", "C.utf8")
_CATEGORIES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
# Only the encoding comes from the environment at start.
_present = ["C.UTF-8", "C", "C", "C", "C", "C"]
_str = str


def _from_environment(category):
  import os
  for variable in ("LC_ALL", _CATEGORIES[category], "LANG"):
    name = os.environ.get(variable)
    if name:
      return name if name in _C_NAMES else "C.UTF-8"
  return "C"


def setlocale(category, locale=None):
  """The name of the locale, after it was changed if a name is given; others than the C locale are refused."""
  if locale and not isinstance(locale, _str):
    try:
      language, encoding = locale
      locale = "C" if language is None else normalize(language + ("." + encoding if encoding is not None else ""))
    except (TypeError, ValueError):
      raise TypeError("Locale must be None, a string, or an iterable of two strings -- language code, encoding.") from None
  if not LC_CTYPE <= category <= LC_ALL:
    raise Error("locale query failed" if locale is None else "unsupported locale setting")
  chosen = range(6) if category == LC_ALL else (category,)
  if locale is not None:
    if locale and locale not in _C_NAMES:
      raise Error("unsupported locale setting")
    for one in chosen:
      _present[one] = "C" if locale == "POSIX" else locale or _from_environment(one)
  names = [_present[one] for one in chosen]
  if len(set(names)) == 1:
    return names[0]
  further = ("LC_PAPER", "LC_NAME", "LC_ADDRESS", "LC_TELEPHONE", "LC_MEASUREMENT", "LC_IDENTIFICATION")
  return ";".join(map("=".join, [*zip(_CATEGORIES, names), *((name, "C") for name in further)]))


def localeconv():
  """How numbers and money are written."""
  return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [],
          "positive_sign": "", "negative_sign": "", "int_frac_digits": CHAR_MAX, "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
          "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX, "n_sep_by_space": CHAR_MAX, "p_sign_posn": CHAR_MAX,
          "n_sign_posn": CHAR_MAX, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def _check_text(value, what):
  if not isinstance(value, _str):
    raise TypeError(f"{what} must be str, not {'None' if value is None else type(value).__name__}")


def strcoll(os1, os2, /):
  """Order of two texts: <0, 0, >0."""
  _check_text(os1, "strcoll() argument 1")
  _check_text(os2, "strcoll() argument 2")
  return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
  """A key that sorts as strcoll() does."""
  _check_text(string, "strxfrm() argument")
  if "\0" in string:
    raise ValueError("embedded null character")
  return string


def _pair(name):
  """(language, encoding) of a locale's name."""
  name = normalize(name)
  if "@" in name:
    language, modifier = name.split("@", 1)
    if modifier == "euro" and "." not in language:
      return language, "iso-8859-15"
    name = language
  if "." in name:
    return tuple(name.split(".")[:2])
  if name == "C":
    return None, None
  if name == "UTF-8":
    return None, "UTF-8"
  raise ValueError(f"unknown locale: {name}")


def getlocale(category=LC_CTYPE):
  """(language, encoding)."""
  name = setlocale(category)
  if category == LC_ALL and ";" in name:
    raise TypeError("category LC_ALL is not supported")
  return _pair(name)


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
  """(language, encoding) of the environment."""
  import os
  import warnings
  warnings.warn("'locale.getdefaultlocale' is deprecated and slated for removal in Python 3.15. Use setlocale(), getencoding() and "
                "getlocale() instead.", DeprecationWarning, stacklevel=2)
  for variable in envvars:
    name = os.environ.get(variable)
    if name:
      return _pair(name.split(":")[0] if variable == "LANGUAGE" else name)
  return None, None


def getpreferredencoding(do_setlocale=True):
  """The encoding of text files."""
  return "UTF-8"


def getencoding():
  """The encoding of the locale."""
  return "UTF-8"


def resetlocale(category=LC_ALL):
  """Back to the environment's locale."""
  import warnings
  warnings.warn('Use locale.setlocale(locale.LC_ALL, "") instead', DeprecationWarning, stacklevel=2)
  language, encoding = getdefaultlocale()
  setlocale(category, "C" if language is None else language if encoding is None else f"{language}.{encoding}")


# The encodings of languages for which none is named, and how encodings are written.
_ENCODINGS = {"en_US": "ISO8859-1", "en_GB": "ISO8859-1", "de_DE": "ISO8859-1", "fr_FR": "ISO8859-1", "es_ES": "ISO8859-1", "it_IT": "ISO8859-1",
              "nl_NL": "ISO8859-1", "pt_PT": "ISO8859-1", "pt_BR": "ISO8859-1", "sv_SE": "ISO8859-1", "ja_JP": "eucJP", "ko_KR": "eucKR",
              "ru_RU": "UTF-8", "pl_PL": "ISO8859-2", "tr_TR": "ISO8859-9", "zh_CN": "gb2312", "zh_TW": "big5", "uk_UA": "KOI8-U"}
_SPELLINGS = {"utf8": "UTF-8", "iso88591": "ISO8859-1", "iso885915": "ISO8859-15", "latin1": "ISO8859-1", "eucjp": "eucJP", "koi8r": "KOI8-R"}


def normalize(localename):
  """The full name of a locale."""
  lowered = localename.lower()
  name, _, modifier = lowered.partition("@")
  language, _, encoding = name.replace(":", ".").partition(".")
  encoding = encoding.replace("-", "").replace("_", "")
  if language in ("c", "posix"):
    return "en_US.UTF-8" if encoding == "utf8" else "C"
  full = next((known for known in _ENCODINGS if known.lower() == language or known.lower().split("_")[0] == language), None)
  if full is None:
    return localename
  if not encoding:
    return f"{full}.{'ISO8859-15' if modifier == 'euro' else _ENCODINGS[full]}"
  return f"{full}.{_SPELLINGS.get(encoding, encoding)}"


def format(percent, value, grouping=False, monetary=False, *additional):
  """The older format_string(), for a single value."""
  import re
  import warnings
  warnings.warn("This method will be removed in a future version of Python. Use 'locale.format_string()' instead.", DeprecationWarning,
                stacklevel=2)
  if not re.fullmatch(r"%(\(\w+\))?[-#0 +*.hlL0-9]*[eEfFgGdiouxXcrs%]", percent):
    raise ValueError(f"format() must be given exactly one %char format specifier, {percent!r} not valid")
  return percent % ((value, *additional) if additional else value)


def format_string(f, val, grouping=False, monetary=False):
  """Each directive of f with its value, or the value of its name; the C locale groups nothing."""
  import re
  directive = re.compile(r"%(?:\(.*?\))?([-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")
  values = val if isinstance(val, tuple) or hasattr(type(val), "keys") else (val,)
  shown = []
  at = 0
  for found in directive.finditer(f):
    if found[0][-1] == "%":
      shown.append("%")
    elif not isinstance(values, tuple):
      shown.append(found[0] % values)
    else:
      stars = found[1].count("*")
      value = values[at]
      shown.append(found[0] % (values[at:at + 1 + stars] if stars else value))
      at += 1 + stars
  return directive.sub("%s", f) % tuple(shown)


def currency(val, symbol=True, grouping=False, international=False):
  """Money: the C locale has no format for it."""
  raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
  """A float as text."""
  return "%.12g" % val


def delocalize(string):
  """A number as float() takes it."""
  return string.replace(".", ".")


def localize(string, grouping=False, monetary=False):
  """A number as the locale writes it."""
  return string


def atof(string, func=float):
  """A text as a float."""
  return func(delocalize(string))


def atoi(string):
  """A text as an integer."""
  return int(delocalize(string))
