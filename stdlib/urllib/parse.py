"""URLs: taking them apart, putting them together, quoting.

>>> urlsplit("http://user@host:80/path?q=1#top").port
80
>>> urljoin("http://host/a/b", "../c")
'http://host/c'
>>> urlencode({"q": "a b", "n": 1})
'q=a+b&n=1'
"""

from collections import namedtuple
from functools import lru_cache

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote",
           "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp",
                 "svn", "svn+ssh", "ws", "wss"]
uses_netloc = ["", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp",
               "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel"]
non_hierarchical = ["gopher", "hdl", "mailto", "news", "telnet", "wais", "imap", "snews", "sip", "sips"]
uses_query = ["", "http", "wais", "imap", "https", "shttp", "mms", "gopher", "rtsp", "rtspu", "sip", "sips"]
uses_fragment = ["", "ftp", "hdl", "http", "gopher", "news", "nntp", "wais", "https", "shttp", "snews", "file", "prospero"]

scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

_SCHEME_CHARS = frozenset(scheme_chars)
_CONTROL_AND_BLANK = "".join(map(chr, range(33)))
_HEX = "0123456789ABCDEFabcdef"


def clear_cache():
  """Forgets results that are kept for repeated calls."""
  urlsplit.cache_clear()


# Text and bytes: all work is done on text; bytes are decoded before and encoded after.

def _same_text(result):
  return result


def _encode(result):
  return result.encode("ascii", "strict") if isinstance(result, str) else result.encode()


def _coerce_args(*args):
  """The arguments as text, and the function that gives a result the arguments' type."""
  is_text = isinstance(args[0], str)
  for arg in args[1:]:
    if arg and isinstance(arg, str) != is_text:
      raise TypeError("Cannot mix str and non-str arguments")
  if is_text:
    return *args, _same_text
  return *[arg.decode("ascii", "strict") if arg else "" for arg in args], _encode


class _TextResult:
  __slots__ = ()

  def encode(self, encoding="ascii", errors="strict"):
    """The result with bytes for text."""
    return self._other(*[part.encode(encoding, errors) for part in self])


class _BytesResult:
  __slots__ = ()

  def decode(self, encoding="ascii", errors="strict"):
    """The result with text for bytes."""
    return self._other(*[part.decode(encoding, errors) for part in self])


class _Netloc:
  """What is in the network location: user:password@host:port."""

  __slots__ = ()

  def _userinfo(self):
    text = isinstance(self.netloc, str)
    info, found, _ = self.netloc.rpartition("@" if text else b"@")
    if not found:
      return None, None
    name, found, password = info.partition(":" if text else b":")
    return name, password if found else None

  def _hostinfo(self):
    text = isinstance(self.netloc, str)
    at, opening, closing, colon = ("@", "[", "]", ":") if text else (b"@", b"[", b"]", b":")
    place = self.netloc.rpartition(at)[2]
    _, bracketed, rest = place.partition(opening)
    if bracketed:
      host, _, port = rest.partition(closing)
      port = port.partition(colon)[2]
    else:
      host, _, port = place.partition(colon)
    return host, port or None

  @property
  def username(self):
    return self._userinfo()[0]

  @property
  def password(self):
    return self._userinfo()[1]

  @property
  def hostname(self):
    host = self._hostinfo()[0]
    if not host:
      return None
    # The zone of an IPv6 address keeps its case.
    host, percent, zone = host.partition("%" if isinstance(host, str) else b"%")
    return host.lower() + percent + zone

  @property
  def port(self):
    port = self._hostinfo()[1]
    if port is None:
      return None
    if not (port.isdigit() and port.isascii()):
      raise ValueError(f"Port could not be cast to integer value as {port!r}")
    port = int(port)
    if port > 65535:
      raise ValueError("Port out of range 0-65535")
    return port

  __class_getitem__ = classmethod(lambda cls, item: __import__("types").GenericAlias(cls, item))


def _make_results(name, fields, doc, geturl, netloc):
  """The result class for text and the one for bytes."""
  classes = []
  for suffix, converter in (("", _TextResult), ("Bytes", _BytesResult)):
    base = namedtuple(name, fields)
    bases = (base, _Netloc, converter) if netloc else (base, converter)
    classes.append(type(name + suffix, bases, {"__slots__": (), "__doc__": doc, "__module__": __name__, "geturl": geturl}))
  classes[0]._other, classes[1]._other = classes[1], classes[0]
  return classes


def _defrag_url(self):
  """The URL that was taken apart."""
  if not self.fragment:
    return self.url
  return self.url + ("#" if isinstance(self.url, str) else b"#") + self.fragment


def _split_url(self):
  """The URL that was taken apart."""
  return urlunsplit(self)


def _parse_url(self):
  """The URL that was taken apart."""
  return urlunparse(self)


DefragResult, DefragResultBytes = _make_results("DefragResult", "url fragment", "A URL without its fragment, and the fragment.", _defrag_url, False)
SplitResult, SplitResultBytes = _make_results("SplitResult", "scheme netloc path query fragment", "The parts of a URL.", _split_url, True)
ParseResult, ParseResultBytes = _make_results("ParseResult", "scheme netloc path params query fragment",
                                              "The parts of a URL, the parameters of the last path segment apart.", _parse_url, True)


def urlparse(url, scheme="", allow_fragments=True):
  """Takes a URL apart into six parts."""
  url, scheme, convert = _coerce_args(url, scheme)
  scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
  params = ""
  if scheme in uses_params and ";" in path:
    path, params = _split_params(path)
  return convert(ParseResult(scheme, netloc, path, params, query, fragment))


def _split_params(path):
  start = path.find(";", path.rfind("/") if "/" in path else 0)
  return (path, "") if start < 0 else (path[:start], path[start + 1:])


def _check_netloc(netloc):
  """Characters that look like separators after normalisation would move the host: refused."""
  if not netloc or netloc.isascii():
    return
  import unicodedata
  text = netloc
  for c in "@:#?":
    text = text.replace(c, "")
  normal = unicodedata.normalize("NFKC", text)
  if text != normal:
    for c in "/?#@:":
      if c in normal:
        raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


def _is_ipv4(text):
  fields = text.split(".")
  return len(fields) == 4 and all(field.isascii() and field.isdigit() and len(field) <= 3 and int(field) < 256 and
                                  (field == "0" or field[0] != "0") for field in fields)


def _is_ipv6(text):
  address, percent, zone = text.partition("%")
  if percent and (not zone or "%" in zone):
    return False
  head, gap, tail = address.partition("::")
  groups = [group for part in (head, tail) if part for group in part.split(":")]
  count = len(groups)
  if groups and "." in groups[-1]:
    if not _is_ipv4(groups.pop()):
      return False
    count += 1
  if any(not 1 <= len(group) <= 4 or any(c not in _HEX for c in group) for group in groups):
    return False
  return count < 8 if gap else count == 8


def _check_bracketed_host(host):
  if host.startswith("v"):
    version, dot, rest = host[1:].partition(".")
    if not (dot and version and rest and all(c in _HEX for c in version)):
      raise ValueError("IPvFuture address is invalid")
    return
  if _is_ipv4(host):
    raise ValueError("An IPv4 address cannot be in brackets")
  if not _is_ipv6(host):
    raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


@lru_cache(typed=True)
def urlsplit(url, scheme="", allow_fragments=True):
  """Takes a URL apart into five parts."""
  url, scheme, convert = _coerce_args(url, scheme)
  url = url.lstrip(_CONTROL_AND_BLANK)
  scheme = scheme.strip(_CONTROL_AND_BLANK)
  for c in "\t\r\n":
    url = url.replace(c, "")
    scheme = scheme.replace(c, "")
  allow_fragments = bool(allow_fragments)
  netloc = query = fragment = ""
  colon = url.find(":")
  if colon > 0 and url[0].isascii() and url[0].isalpha() and _SCHEME_CHARS.issuperset(url[:colon]):
    scheme, url = url[:colon].lower(), url[colon + 1:]
  if url[:2] == "//":
    end = len(url)
    for c in "/?#":
      place = url.find(c, 2)
      if place >= 0:
        end = min(end, place)
    netloc, url = url[2:end], url[end:]
    if ("[" in netloc) != ("]" in netloc):
      raise ValueError("Invalid IPv6 URL")
    if "[" in netloc:
      _check_bracketed_host(netloc.partition("[")[2].partition("]")[0])
  if allow_fragments and "#" in url:
    url, fragment = url.split("#", 1)
  if "?" in url:
    url, query = url.split("?", 1)
  _check_netloc(netloc)
  return convert(SplitResult(scheme, netloc, url, query, fragment))


def urlunparse(components):
  """The URL of six parts."""
  scheme, netloc, url, params, query, fragment, convert = _coerce_args(*components)
  if params:
    url = f"{url};{params}"
  return convert(urlunsplit((scheme, netloc, url, query, fragment)))


def urlunsplit(components):
  """The URL of five parts."""
  scheme, netloc, url, query, fragment, convert = _coerce_args(*components)
  if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
    if url and url[:1] != "/":
      url = "/" + url
    url = "//" + (netloc or "") + url
  if scheme:
    url = scheme + ":" + url
  if query:
    url = url + "?" + query
  if fragment:
    url = url + "#" + fragment
  return convert(url)


def urljoin(base, url, allow_fragments=True):
  """The URL that `url` means on a page with the address `base`."""
  if not base:
    return url
  if not url:
    return base
  base, url, convert = _coerce_args(base, url)
  bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, "", allow_fragments)
  scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
  if scheme != bscheme or scheme not in uses_relative:
    return convert(url)
  if scheme in uses_netloc:
    if netloc:
      return convert(urlunparse((scheme, netloc, path, params, query, fragment)))
    netloc = bnetloc
  if not path and not params:
    return convert(urlunparse((scheme, netloc, bpath, bparams, query or bquery, fragment)))

  folders = bpath.split("/")
  if folders[-1] != "":
    del folders[-1]
  segments = path.split("/")
  if path[:1] != "/":
    segments = folders + segments
    segments[1:-1] = filter(None, segments[1:-1])
  resolved = []
  for segment in segments:
    if segment == "..":
      if resolved:
        resolved.pop()
    elif segment != ".":
      resolved.append(segment)
  if segments[-1] in (".", ".."):
    resolved.append("")
  return convert(urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment)))


def urldefrag(url):
  """The URL without its fragment, and the fragment."""
  url, convert = _coerce_args(url)
  fragment = ""
  if "#" in url:
    scheme, netloc, path, params, query, fragment = urlparse(url)
    url = urlunparse((scheme, netloc, path, params, query, ""))
  return convert(DefragResult(url, fragment))


# Quoting.

_BYTES_OF_HEX = {}


def unquote_to_bytes(string):
  """The bytes that %xx escapes stand for."""
  if not string:
    string.split  # None is no text
    return b""
  if isinstance(string, str):
    string = string.encode("utf-8")
  first, *others = string.split(b"%")
  if not others:
    return bytes(string)
  if not _BYTES_OF_HEX:
    for a in _HEX:
      for b in _HEX:
        _BYTES_OF_HEX[(a + b).encode()] = bytes([int(a + b, 16)])
  parts = [first]
  for other in others:
    byte = _BYTES_OF_HEX.get(other[:2])
    parts.append(b"%" + other if byte is None else byte + other[2:])
  return b"".join(parts)


def unquote(string, encoding="utf-8", errors="replace"):
  """The text with its %xx escapes replaced."""
  if isinstance(string, bytes):
    return unquote_to_bytes(string).decode(encoding, errors)
  if "%" not in string:
    string.split  # an empty list is no text
    return string
  if encoding is None:
    encoding = "utf-8"
  if errors is None:
    errors = "replace"
  # Only stretches of ASCII are bytes of the encoding; other characters stand for themselves.
  parts = []
  start = 0
  length = len(string)
  while start < length:
    end = start
    ascii_part = string[start] < "\x80"
    while end < length and (string[end] < "\x80") == ascii_part:
      end += 1
    part = string[start:end]
    parts.append(unquote_to_bytes(part).decode(encoding, errors) if ascii_part else part)
    start = end
  return "".join(parts)


def unquote_plus(string, encoding="utf-8", errors="replace"):
  """unquote() with "+" for blanks."""
  return unquote(string.replace("+", " "), encoding, errors)


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
  """A query as a dictionary of lists."""
  result = {}
  for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
    result.setdefault(name, []).append(value)
  return result


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace", max_num_fields=None, separator="&"):
  """A query as a list of (name, value)."""
  qs, convert = _coerce_args(qs)
  separator, _ = _coerce_args(separator)
  if not separator or not isinstance(separator, (str, bytes)):
    raise ValueError("Separator must be of type string or bytes.")
  if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
    raise ValueError("Max number of fields exceeded")
  result = []
  for field in qs.split(separator) if qs else []:
    if not field and not strict_parsing:
      continue
    name, equals, value = field.partition("=")
    if not equals:
      if strict_parsing:
        raise ValueError(f"bad query field: {field!r}")
      if not keep_blank_values:
        continue
    if value or keep_blank_values:
      name = convert(unquote(name.replace("+", " "), encoding, errors))
      result.append((name, convert(unquote(value.replace("+", " "), encoding, errors))))
  return result


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")
_quoters = {}


def quote(string, safe="/", encoding=None, errors=None):
  """The text with all but letters, digits, "_.-~" and the safe characters as %xx."""
  if isinstance(string, str):
    if not string:
      return string
    string = string.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)
  else:
    if encoding is not None:
      raise TypeError("quote() doesn't support 'encoding' for bytes")
    if errors is not None:
      raise TypeError("quote() doesn't support 'errors' for bytes")
  return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
  """quote() with "+" for blanks."""
  if isinstance(string, str) and " " not in string or isinstance(string, bytes) and b" " not in string:
    return quote(string, safe, encoding, errors)
  space = " " if isinstance(safe, str) else b" "
  return quote(string, safe + space, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
  """The bytes as quoted text."""
  if not isinstance(bs, (bytes, bytearray)):
    raise TypeError("quote_from_bytes() expected bytes")
  if not bs:
    return ""
  table, kept = _quoters.get(safe) or _make_quoter(safe) if isinstance(safe, (str, bytes)) else _make_quoter(bytes([c for c in safe if c < 128]))
  if not bs.rstrip(kept):
    return bs.decode()
  return "".join([table[c] for c in bs])


def _make_quoter(safe):
  kept = _ALWAYS_SAFE.union(safe.encode("ascii", "ignore") if isinstance(safe, str) else [c for c in safe if c < 128])
  quoter = _quoters[safe] = [chr(c) if c in kept else f"%{c:02X}" for c in range(256)], bytes(kept)
  return quoter


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
  """Names and values as a query."""
  if hasattr(query, "items"):
    query = query.items()
  else:
    try:
      if len(query) and not isinstance(query[0], tuple):
        raise TypeError
    except TypeError as error:
      raise TypeError("not a valid non-string sequence or mapping object") from error

  def quoted(value):
    if isinstance(value, bytes):
      return quote_via(value, safe)
    return quote_via(value if isinstance(value, str) else str(value), safe, encoding, errors)

  result = []
  for name, value in query:
    values = [value]
    if doseq and not isinstance(value, (bytes, str)):
      try:
        len(value)
      except TypeError:
        pass
      else:
        values = value
    name = quoted(name)
    result.extend([f"{name}={quoted(item)}" for item in values])
  return "&".join(result)


# The older splitters that other programs still import.

def unwrap(url):
  """A URL without the <URL:...> around it."""
  url = str(url).strip()
  if url[:1] == "<" and url[-1:] == ">":
    url = url[1:-1].strip()
  return url[4:].strip() if url[:4] == "URL:" else url


def __getattr__(name):
  # The deprecated functions, and the names without a warning that they have inside CPython.
  from urllib import _splitters
  hidden = name.startswith("_")
  function = None if name.startswith("__") else getattr(_splitters, name[hidden:], None)
  if function is None:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  if hidden:
    return function
  from warnings import warn
  if name == "Quoter":
    warn("Deprecated in 3.11. urllib.parse.Quoter will be removed in Python 3.14. It was not intended to be a public API.",
         DeprecationWarning, stacklevel=2)
    return function
  hint = "" if name == "to_bytes" else ", use urllib.parse.urlparse() instead"

  def deprecated(*args, **kwargs):
    warn(f"urllib.parse.{name}() is deprecated as of 3.8{hint}", DeprecationWarning, stacklevel=2)
    return function(*args, **kwargs)

  deprecated.__name__ = deprecated.__qualname__ = name
  deprecated.__doc__ = function.__doc__
  return deprecated
