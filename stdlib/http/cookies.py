"""Cookies as they stand in HTTP headers.

>>> cookie = SimpleCookie()
>>> cookie["user"] = "Ann B."
>>> cookie["user"]["path"] = "/"
>>> print(cookie)
Set-Cookie: user="Ann B."; Path=/
>>> SimpleCookie("a=1; b=2")["b"].value
'2'
"""

import re
import string
import types

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]

_LEGAL = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_UNESCAPED = frozenset(_LEGAL + " ()/<=>?@[]{}")
_ESCAPES = {code: f"\\{code:03o}" for code in range(256) if chr(code) not in _UNESCAPED} | {ord('"'): '\\"', ord("\\"): "\\\\"}
_is_legal_key = re.compile(f"[{re.escape(_LEGAL)}]+").fullmatch
_ESCAPED = re.compile(r"\\(?:([0-3][0-7][0-7])|(.))")

_KEY_CHARACTERS = r"\w\d!#%&'~_`><@,:/\$\*\+\-\.\^\|\)\(\?\}\{\="
# A key, which may be followed by a value: in quotes, a date (with blanks in it) or one word.
_COOKIE = re.compile(rf"""
  \s* (?P<key> [{_KEY_CHARACTERS}]+? )
  (?: \s*=\s* (?P<val> "(?:[^\\"]|\\.)*" | \w{{3}},\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT | [{_KEY_CHARACTERS}\[\]]* ) )?
  \s* (?: \s+ | ; | $ )""", re.ASCII | re.VERBOSE)


class CookieError(Exception):
  """A key or attribute that cookies can't have."""


def _quote(str):
  if str is None or _is_legal_key(str):
    return str
  return f'"{str.translate(_ESCAPES)}"'


def _unquote(str):
  if str is None or len(str) < 2 or str[0] != '"' or str[-1] != '"':
    return str
  return _ESCAPED.sub(lambda found: chr(int(found[1], 8)) if found[1] else found[2], str[1:-1])


def _getdate(future=0):
  from time import gmtime, time
  moment = gmtime(time() + future)
  day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.tm_wday]
  month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[moment.tm_mon - 1]
  return (f"{day}, {moment.tm_mday:02d} {month} {moment.tm_year:4d} "
          f"{moment.tm_hour:02d}:{moment.tm_min:02d}:{moment.tm_sec:02d} GMT")


class Morsel(dict):
  """A cookie: key and value, and its attributes as items."""

  _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age", "secure": "Secure",
               "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
  _flags = {"secure", "httponly"}

  def __init__(self):
    self._key = self._value = self._coded_value = None
    for name in self._reserved:
      dict.__setitem__(self, name, "")

  @property
  def key(self):
    return self._key

  @property
  def value(self):
    """The value that programs use."""
    return self._value

  @property
  def coded_value(self):
    """The value as it is sent."""
    return self._coded_value

  def _known(self, name):
    name = name.lower()
    if name not in self._reserved:
      raise CookieError(f"Invalid attribute {name!r}")
    return name

  def __setitem__(self, K, V):
    dict.__setitem__(self, self._known(K), V)

  def setdefault(self, key, val=None):
    return dict.setdefault(self, self._known(key), val)

  def __eq__(self, morsel):
    if not isinstance(morsel, Morsel):
      return NotImplemented
    return dict.__eq__(self, morsel) and self.__getstate__() == morsel.__getstate__()

  __ne__ = object.__ne__

  def copy(self):
    made = Morsel()
    dict.update(made, self)
    made.__dict__.update(self.__dict__)
    return made

  def update(self, values):
    dict.update(self, {self._known(name): value for name, value in dict(values).items()})

  def isReservedKey(self, K):
    """Whether it is the name of an attribute."""
    return K.lower() in self._reserved

  def set(self, key, val, coded_val):
    """Set key and both values."""
    if key.lower() in self._reserved:
      raise CookieError(f"Attempt to set a reserved key {key!r}")
    if not _is_legal_key(key):
      raise CookieError(f"Illegal key {key!r}")
    self._key, self._value, self._coded_value = key, val, coded_val

  def __getstate__(self):
    return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

  def __setstate__(self, state):
    self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

  def output(self, attrs=None, header="Set-Cookie:"):
    """The header's line; `attrs` are the attributes that are shown."""
    return f"{header} {self.OutputString(attrs)}"

  __str__ = output

  def __repr__(self):
    return f"<{self.__class__.__name__}: {self.OutputString()}>"

  def js_output(self, attrs=None):
    """A script for pages that sets the cookie."""
    text = self.OutputString(attrs).replace('"', r"\"")
    return f"""
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "{text}";
        // end hiding -->
        </script>
        """

  def OutputString(self, attrs=None):
    """The cookie without the header's name."""
    parts = [f"{self.key}={self.coded_value}"]
    for name, value in sorted(self.items()):
      if value == "" or name not in (self._reserved if attrs is None else attrs):
        continue
      shown = self._reserved[name]
      if name in self._flags:
        if value:
          parts.append(shown)
        continue
      if name == "expires" and isinstance(value, int):
        value = _getdate(value)
      elif name == "max-age" and isinstance(value, int):
        value = int(value)
      elif name == "comment" and isinstance(value, str):
        value = _quote(value)
      parts.append(f"{shown}={value}")
    return "; ".join(parts)

  __class_getitem__ = classmethod(types.GenericAlias)


class BaseCookie(dict):
  """Cookies by key; subclasses decide how values are sent."""

  def value_decode(self, val):
    """(value, value as sent) of a value as sent."""
    return val, val

  def value_encode(self, val):
    """(value, value as sent) of a value."""
    text = str(val)
    return text, text

  def __init__(self, input=None):
    if input:
      self.load(input)

  def __set(self, key, real_value, coded_value):
    morsel = self.get(key, Morsel())
    morsel.set(key, real_value, coded_value)
    dict.__setitem__(self, key, morsel)

  def __setitem__(self, key, value):
    if isinstance(value, Morsel):
      dict.__setitem__(self, key, value)
    else:
      self.__set(key, *self.value_encode(value))

  def output(self, attrs=None, header="Set-Cookie:", sep="\r\n"):
    """The headers of all cookies, in the order of their keys."""
    return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

  __str__ = output

  def __repr__(self):
    cookies = " ".join(f"{key}={morsel.value!r}" for key, morsel in sorted(self.items()))
    return f"<{self.__class__.__name__}: {cookies}>"

  def js_output(self, attrs=None):
    """A script for pages that sets the cookies."""
    return "".join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

  def load(self, rawdata):
    """Add the cookies of a header's text, nothing when it is wrong, or of a mapping."""
    if isinstance(rawdata, str):
      self.__parse(rawdata)
    else:
      for key, value in rawdata.items():
        self[key] = value

  def __parse(self, text):
    cookies = []  # (key, values, attributes)
    place = 0
    while place < len(text) and (found := _COOKIE.match(text, place)):
      key, value = found["key"], found["val"]
      place = found.end()
      if key[0] == "$":
        if cookies:
          cookies[-1][2].append((key[1:], value))
        continue
      if key.lower() not in Morsel._reserved:
        if value is None:
          return
        cookies.append((key, self.value_decode(value), []))
      elif not cookies or value is None and key.lower() not in Morsel._flags:
        return
      else:
        cookies[-1][2].append((key, True if value is None else _unquote(value)))
    for key, values, attributes in cookies:
      self.__set(key, *values)
      for name, value in attributes:
        self[key][name] = value


class SimpleCookie(BaseCookie):
  """Values are texts, in quotes where that is needed."""

  def value_decode(self, val):
    return _unquote(val), val

  def value_encode(self, val):
    text = str(val)
    return text, _quote(text)
