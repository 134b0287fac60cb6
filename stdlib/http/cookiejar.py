"""Cookies of a client: a jar keeps what servers set, gives back what belongs to a request, and goes to files and comes from them.

>>> from http.cookiejar import Cookie, CookieJar
>>> jar = CookieJar()
>>> jar.set_cookie(Cookie(0, "name", "value", None, False, "example.org", True, False, "/", True, False, None, True, None, None, {}))
>>> print(jar)
<CookieJar[<Cookie name=value for example.org/>]>
"""

import os
import re
import time
from _thread import RLock as _RLock
from http._cookie_policy import (CookiePolicy, DEFAULT_HTTP_PORT, DefaultCookiePolicy, HTTP_PATH_SAFE, IPV4_RE, domain_match, eff_request_host,
                                 escape_path, is_HDN, is_third_party, liberal_is_HDN, reach, request_host, request_path, request_port,
                                 uppercase_escaped_char, user_domain_match)
from http._cookie_text import (DAYS, EPOCH_YEAR, MONTHS, MONTHS_LOWER, UTC_ZONES, debug_log as _debug, http2time, iso2time, join_header_words,
                               offset_from_tz_string, parse_ns_headers, split_header_words, strip_quotes, time2isoz, time2netscape)

__all__ = ["Cookie", "CookieJar", "CookiePolicy", "DefaultCookiePolicy", "FileCookieJar", "LWPCookieJar", "LoadError", "MozillaCookieJar"]

debug = False  # Whether decisions are told to the log "http.cookiejar".
logger = None

HTTPONLY_ATTR = "HTTPOnly"
HTTPONLY_PREFIX = "#HttpOnly_"
MISSING_FILENAME_TEXT = "a filename was not supplied (nor was the CookieJar instance initialised with one)"
NETSCAPE_HEADER_TEXT = "# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n# This is a generated file!  Do not edit.\n\n"


def _warn_unhandled_exception():
  """A server or a file made an exception that nobody expected: it costs the cookie, and a warning."""
  import traceback
  import warnings
  warnings.warn("http.cookiejar bug!\n%s" % traceback.format_exc(), stacklevel=2)


class Cookie:
  """One cookie: its attributes as they came, or the defaults for them. Nothing is checked here; the jar's policy does."""

  def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path, path_specified, secure,
               expires, discard, comment, comment_url, rest, rfc2109=False):
    if port is None and port_specified is True:
      raise ValueError("if port is None, port_specified must be false")
    self.version = None if version is None else int(version)
    self.name = name
    self.value = value
    self.port = port
    self.port_specified = port_specified
    self.domain = domain.lower()
    self.domain_specified = domain_specified
    self.domain_initial_dot = domain_initial_dot
    self.path = path
    self.path_specified = path_specified
    self.secure = secure
    self.expires = None if expires is None else int(float(expires))
    self.discard = discard
    self.comment = comment
    self.comment_url = comment_url
    self.rfc2109 = rfc2109
    self._rest = rest.copy()

  def has_nonstandard_attr(self, name):
    """Whether the cookie came with an attribute that no standard knows."""
    return name in self._rest

  def get_nonstandard_attr(self, name, default=None):
    """The value of such an attribute."""
    return self._rest.get(name, default)

  def set_nonstandard_attr(self, name, value):
    """Set such an attribute."""
    self._rest[name] = value

  def is_expired(self, now=None):
    """Whether the cookie's time is over."""
    return self.expires is not None and self.expires <= (time.time() if now is None else now)

  def __str__(self):
    port = "" if self.port is None else ":" + self.port
    text = self.name if self.value is None else "%s=%s" % (self.name, self.value)
    return "<Cookie %s for %s>" % (text, self.domain + port + self.path)

  def __repr__(self):
    names = ("version", "name", "value", "port", "port_specified", "domain", "domain_specified", "domain_initial_dot", "path", "path_specified",
             "secure", "expires", "discard", "comment", "comment_url")
    args = ["%s=%r" % (name, getattr(self, name)) for name in names]
    return "%s(%s, rest=%r, rfc2109=%r)" % (self.__class__.__name__, ", ".join(args), self._rest, self.rfc2109)


class _BadAttribute(Exception):
  """A cookie that is left out because of one of its attributes."""


_FLAGS = ("discard", "secure")
_WITH_VALUE = ("version", "expires", "max-age", "domain", "path", "port", "comment", "commenturl")
_VALUE_MAY_MISS = ("port", "comment", "commenturl")


def _sorted_attributes(attributes, now):
  """The attributes that standards know, and the others. Max-Age becomes a time in "expires", and wins over it."""
  standard, rest = {}, {}
  has_max_age = False
  for name, value in attributes:
    known = name.lower() in _FLAGS or name.lower() in _WITH_VALUE
    name = name.lower() if known else name
    if name in _FLAGS and value is None:
      value = True
    if name in standard or name == "expires" and has_max_age:
      continue
    if name == "domain" and value is not None:
      value = value.lower()
    if name == "expires" and value is None:
      _debug("   missing or invalid value for expires attribute: treating as session cookie")
      continue
    if name == "max-age":
      has_max_age = True
      name, value = "expires", now + _max_age(value)
    if not known:
      rest[name] = value
    elif value is None and name not in _VALUE_MAY_MISS:
      _debug("   missing value for %s attribute" % name)
      raise _BadAttribute
    else:
      standard[name] = value
  return standard, rest


def _max_age(text):
  try:
    return int(text)
  except ValueError:
    _debug("   missing or invalid (non-numeric) value for max-age attribute")
    raise _BadAttribute from None


def _default_path(request, version):
  """The folder of the request."""
  path = request_path(request)
  slash = path.rfind("/")
  if slash != -1:
    path = path[:slash] if version == 0 else path[:slash + 1]
  return path or "/"


def deepvalues(mapping):
  """The values in a mapping and in the mappings that are its values."""
  for value in list(mapping.values()):
    if hasattr(value, "items"):
      yield from deepvalues(value)
    else:
      yield value


class CookieJar:
  """The cookies of a client, by domain, path and name. Iteration gives all of them."""

  non_word_re = re.compile(r"\W")
  quote_re = re.compile(r"([\"\\])")
  strict_domain_re = re.compile(r"\.?[^.]*")
  domain_re = re.compile(r"[^.]*")
  dots_re = re.compile(r"^\.+")
  magic_re = re.compile(r"(?a)^\#LWP-Cookies-(\d+\.\d+)")

  def __init__(self, policy=None):
    self._policy = DefaultCookiePolicy() if policy is None else policy
    self._cookies_lock = _RLock()
    self._cookies = {}

  def set_policy(self, policy):
    """Decide by other rules from now on."""
    self._policy = policy

  def _set_clock(self):
    self._policy._now = self._now = int(time.time())

  def _cookies_for_domain(self, domain, request):
    if not self._policy.domain_return_ok(domain, request):
      return []
    _debug("Checking %s for cookies to return", domain)
    cookies = []
    for path, by_name in self._cookies[domain].items():
      if not self._policy.path_return_ok(path, request):
        continue
      for cookie in by_name.values():
        if self._policy.return_ok(cookie, request):
          _debug("   it's a match")
          cookies.append(cookie)
        else:
          _debug("   not returning cookie")
    return cookies

  def _cookies_for_request(self, request):
    return [cookie for domain in self._cookies for cookie in self._cookies_for_domain(domain, request)]

  def _cookie_attrs(self, cookies):
    """The parts of the field Cookie; cookies of longer paths come first."""
    cookies.sort(key=lambda cookie: len(cookie.path), reverse=True)
    attrs = []
    if cookies and cookies[0].version > 0:
      attrs.append("$Version=%s" % cookies[0].version)
    for cookie in cookies:
      value = cookie.value
      if value is None:
        attrs.append(cookie.name)
      else:
        if cookie.version > 0 and self.non_word_re.search(value):
          value = self.quote_re.sub(r"\\\1", value)
        attrs.append("%s=%s" % (cookie.name, value))
      if cookie.version > 0:
        attrs += self._rfc2965_attrs(cookie)
    return attrs

  @staticmethod
  def _rfc2965_attrs(cookie):
    if cookie.path_specified:
      yield '$Path="%s"' % cookie.path
    if cookie.domain.startswith("."):
      yield '$Domain="%s"' % (cookie.domain if cookie.domain_initial_dot else cookie.domain[1:])
    if cookie.port is not None:
      yield '$Port="%s"' % cookie.port if cookie.port_specified else "$Port"

  def add_cookie_header(self, request):
    """Give a request (urllib.request.Request, or an object like it) the cookies that belong to it."""
    _debug("add_cookie_header")
    with self._cookies_lock:
      self._set_clock()
      cookies = self._cookies_for_request(request)
      attrs = self._cookie_attrs(cookies)
      if attrs and not request.has_header("Cookie"):
        request.add_unredirected_header("Cookie", "; ".join(attrs))
      if self._policy.rfc2965 and not self._policy.hide_cookie2 and not request.has_header("Cookie2"):
        if any(cookie.version != 1 for cookie in cookies):
          request.add_unredirected_header("Cookie2", '$Version="1"')
    self.clear_expired_cookies()

  def _cookie_from_attrs(self, attrs, request):
    """The cookie that the first pair names and the others describe; None if it is not valid, or asks to be forgotten."""
    (name, value), *attributes = attrs
    try:
      standard, rest = _sorted_attributes(attributes, self._now)
      version = standard.get("version")
      version = None if version is None else int(version)
    except (_BadAttribute, ValueError):
      return None
    path_specified = standard.get("path", "") != ""
    path = escape_path(standard["path"]) if path_specified else _default_path(request, version)
    domain_specified = "domain" in standard
    domain = standard["domain"] if domain_specified else eff_request_host(request)[1]
    domain_initial_dot = domain_specified and domain.startswith(".")
    if domain_specified and not domain_initial_dot:
      domain = "." + domain
    port = standard.get("port")
    port_specified = port is not None
    if port_specified:
      port = re.sub(r"\s+", "", port)
    elif "port" in standard:
      port = request_port(request)
    expires = standard.get("expires")
    if expires is not None and expires <= self._now:
      self._expire(domain, path, name)
      return None
    return Cookie(version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path, path_specified,
                  standard.get("secure", False), expires, expires is None or standard.get("discard", False), standard.get("comment"),
                  standard.get("commenturl"), rest)

  def _expire(self, domain, path, name):
    try:
      self.clear(domain, path, name)
    except KeyError:
      pass
    _debug("Expiring cookie, domain='%s', path='%s', name='%s'", domain, path, name)

  def _cookies_from_attrs_set(self, attrs_set, request):
    """The cookies of some fields; none when they cannot be understood."""
    try:
      cookies = [self._cookie_from_attrs(attrs, request) for attrs in attrs_set]
    except Exception:
      _warn_unhandled_exception()
      return []
    return [cookie for cookie in cookies if cookie]

  def _process_rfc2109_cookies(self, cookies):
    as_netscape = getattr(self._policy, "rfc2109_as_netscape", None)
    if as_netscape is None:
      as_netscape = not self._policy.rfc2965
    for cookie in cookies:
      if cookie.version == 1:
        cookie.rfc2109 = True
        if as_netscape:
          cookie.version = 0

  def make_cookies(self, response, request):
    """The cookies that a response sets; the policy is not asked."""
    headers = response.info()
    set_cookie2, set_cookie = headers.get_all("Set-Cookie2", []), headers.get_all("Set-Cookie", [])
    self._set_clock()
    rfc2965, netscape = self._policy.rfc2965, self._policy.netscape
    if not ((set_cookie2 or set_cookie) and (set_cookie or rfc2965) and (set_cookie2 or netscape) and (netscape or rfc2965)):
      return []
    cookies = self._cookies_from_attrs_set(split_header_words(set_cookie2), request)
    if set_cookie and netscape:
      older = self._cookies_from_attrs_set(parse_ns_headers(set_cookie), request)
      self._process_rfc2109_cookies(older)
      if rfc2965:
        newer = {(cookie.domain, cookie.path, cookie.name) for cookie in cookies}
        older = [cookie for cookie in older if (cookie.domain, cookie.path, cookie.name) not in newer]
      cookies += older
    return cookies

  def set_cookie_if_ok(self, cookie, request):
    """Put a cookie into the jar if the policy accepts it."""
    with self._cookies_lock:
      self._set_clock()
      if self._policy.set_ok(cookie, request):
        self.set_cookie(cookie)

  def set_cookie(self, cookie):
    """Put a cookie into the jar."""
    with self._cookies_lock:
      self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

  def extract_cookies(self, response, request):
    """Put the cookies that a response sets into the jar, if the policy accepts them."""
    _debug("extract_cookies: %s", response.info())
    with self._cookies_lock:
      for cookie in self.make_cookies(response, request):
        if self._policy.set_ok(cookie, request):
          _debug(" setting cookie: %s", cookie)
          self.set_cookie(cookie)

  def clear(self, domain=None, path=None, name=None):
    """Forget one cookie, those of a path or of a domain, or all. KeyError if there are none."""
    if name is not None:
      if domain is None or path is None:
        raise ValueError("domain and path must be given to remove a cookie by name")
      del self._cookies[domain][path][name]
    elif path is not None:
      if domain is None:
        raise ValueError("domain must be given to remove cookies by path")
      del self._cookies[domain][path]
    elif domain is not None:
      del self._cookies[domain]
    else:
      self._cookies = {}

  def _forget(self, condition):
    with self._cookies_lock:
      for cookie in self:
        if condition(cookie):
          self.clear(cookie.domain, cookie.path, cookie.name)

  def clear_session_cookies(self):
    """Forget the cookies that end with the session."""
    self._forget(lambda cookie: cookie.discard)

  def clear_expired_cookies(self):
    """Forget the cookies whose time is over; they are not returned anyway."""
    now = time.time()
    self._forget(lambda cookie: cookie.is_expired(now))

  def __iter__(self):
    return deepvalues(self._cookies)

  def __len__(self):
    return sum(1 for _ in self)

  def __repr__(self):
    return "<%s[%s]>" % (self.__class__.__name__, ", ".join(map(repr, self)))

  def __str__(self):
    return "<%s[%s]>" % (self.__class__.__name__, ", ".join(map(str, self)))


class LoadError(OSError):
  """A file that has no cookies."""


class FileCookieJar(CookieJar):
  """A jar that can be written to a file and read again; its subclasses know formats."""

  def __init__(self, filename=None, delayload=False, policy=None):
    super().__init__(policy)
    self.filename = None if filename is None else os.fspath(filename)
    self.delayload = bool(delayload)

  def _name(self, filename):
    filename = self.filename if filename is None else filename
    if filename is None:
      raise ValueError(MISSING_FILENAME_TEXT)
    return filename

  def save(self, filename=None, ignore_discard=False, ignore_expires=False):
    """Write the cookies; those that end with the session, or whose time is over, only on request."""
    raise NotImplementedError()

  def load(self, filename=None, ignore_discard=False, ignore_expires=False):
    """Add the cookies of a file."""
    filename = self._name(filename)
    with open(filename) as file:
      self._really_load(file, filename, ignore_discard, ignore_expires)

  def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
    """Have the cookies of a file instead of those here; if it cannot be read nothing changes."""
    import copy
    filename = self._name(filename)
    with self._cookies_lock:
      before = copy.deepcopy(self._cookies)
      self._cookies = {}
      try:
        self.load(filename, ignore_discard, ignore_expires)
      except OSError:
        self._cookies = before
        raise

  def _wanted(self, ignore_discard, ignore_expires):
    """What tells whether a cookie is saved or loaded."""
    now = time.time()
    return lambda cookie: (ignore_discard or not cookie.discard) and (ignore_expires or not cookie.is_expired(now))

  def _write(self, filename, text):
    """Write a file that only its owner can read."""
    with os.fdopen(os.open(filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
      file.write(text)

  def _load_lines(self, file, filename, what, cut, cookies_of_line, wanted):
    """Add the cookies of each line, of which cut() leaves what matters; one that cannot be understood ends the load."""
    text = ""
    try:
      for line in file:
        text = cut(line)
        for cookie in cookies_of_line(text, line) if text else ():
          if wanted(cookie):
            self.set_cookie(cookie)
    except OSError:
      raise
    except Exception:
      _warn_unhandled_exception()
      raise LoadError("invalid %s file %r: %r" % (what, filename, text))


def lwp_cookie_str(cookie):
  """A cookie as a field Set-Cookie3 has it."""
  pairs = [(cookie.name, cookie.value), ("path", cookie.path), ("domain", cookie.domain)]
  if cookie.port is not None:
    pairs.append(("port", cookie.port))
  for name, flag in (("path_spec", cookie.path_specified), ("port_spec", cookie.port_specified), ("domain_dot", cookie.domain_initial_dot),
                     ("secure", cookie.secure)):
    if flag:
      pairs.append((name, None))
  if cookie.expires:
    pairs.append(("expires", time2isoz(float(cookie.expires))))
  if cookie.discard:
    pairs.append(("discard", None))
  pairs += [(name, text) for name, text in (("comment", cookie.comment), ("commenturl", cookie.comment_url)) if text]
  pairs += [(name, str(cookie._rest[name])) for name in sorted(cookie._rest)]
  pairs.append(("version", str(cookie.version)))
  return join_header_words([pairs])


_LWP_FLAGS = ("port_spec", "path_spec", "domain_dot", "secure", "discard")
_LWP_VALUES = ("version", "port", "path", "domain", "expires", "comment", "commenturl")


def _lwp_cookie(pairs):
  """The cookie of a field Set-Cookie3."""
  (name, value), *attributes = pairs
  standard, rest = dict.fromkeys(_LWP_FLAGS, False), {}
  for key, text in attributes:
    lower = key.lower()
    if lower in _LWP_FLAGS:
      standard[lower] = True if text is None else text
    elif lower in _LWP_VALUES:
      standard[lower] = text
    else:
      rest[key] = text
  get = standard.get
  expires = None if get("expires") is None else iso2time(get("expires"))
  domain = get("domain")
  return Cookie(get("version"), name, value, get("port"), get("port_spec"), domain, domain.startswith("."), get("domain_dot"), get("path"),
                get("path_spec"), get("secure"), expires, True if expires is None else get("discard"), get("comment"), get("commenturl"), rest)


def _lwp_text(line):
  header = "Set-Cookie3:"
  return line[len(header):].strip() if line.startswith(header) else ""


def _lwp_cookies(text, line):
  return map(_lwp_cookie, split_header_words([text]))


class LWPCookieJar(FileCookieJar):
  """A jar whose files have lines "Set-Cookie3: ...", as those of Perl's library LWP: nothing of a cookie is lost."""

  def as_lwp_str(self, ignore_discard=True, ignore_expires=True):
    """The cookies as the lines of a file."""
    return "".join("Set-Cookie3: %s\n" % lwp_cookie_str(cookie) for cookie in filter(self._wanted(ignore_discard, ignore_expires), self))

  def save(self, filename=None, ignore_discard=False, ignore_expires=False):
    filename = self._name(filename)
    self._write(filename, "#LWP-Cookies-2.0\n" + self.as_lwp_str(ignore_discard, ignore_expires))

  def _really_load(self, f, filename, ignore_discard, ignore_expires):
    if not self.magic_re.search(f.readline()):
      raise LoadError("%r does not look like a Set-Cookie3 (LWP) format file" % filename)

    self._load_lines(f, filename, "Set-Cookie3 format", _lwp_text, _lwp_cookies, self._wanted(ignore_discard, ignore_expires))


def _netscape_text(line):
  """A line of cookies.txt without the mark of cookies that scripts cannot see; nothing for a comment."""
  text = line.removeprefix(HTTPONLY_PREFIX).removesuffix("\n")
  return "" if text.strip().startswith(("#", "$")) or not text.strip() else text


def _netscape_cookies(text, line):
  """The cookie of a line of cookies.txt. A name alone stands where values do."""
  domain, domain_specified, path, secure, expires, name, value = text.split("\t")
  if name == "":
    name, value = value, None
  initial_dot = domain.startswith(".")
  assert (domain_specified == "TRUE") == initial_dot
  expires = expires or None
  rest = {HTTPONLY_ATTR: ""} if line.startswith(HTTPONLY_PREFIX) else {}
  yield Cookie(0, name, value, None, False, domain, initial_dot, initial_dot, path, False, secure == "TRUE", expires, expires is None, None, None,
               rest)


class MozillaCookieJar(FileCookieJar):
  """A jar whose files are cookies.txt, as curl, wget and old browsers have it. Versions and ports are not kept."""

  def _really_load(self, f, filename, ignore_discard, ignore_expires):
    if not re.match("#( Netscape)? HTTP Cookie File", f.readline()):
      raise LoadError("%r does not look like a Netscape format cookies file" % filename)
    self._load_lines(f, filename, "Netscape format cookies", _netscape_text, _netscape_cookies, self._wanted(ignore_discard, ignore_expires))

  def save(self, filename=None, ignore_discard=False, ignore_expires=False):
    filename = self._name(filename)
    lines = map(self._line, filter(self._wanted(ignore_discard, ignore_expires), self))
    self._write(filename, NETSCAPE_HEADER_TEXT + "".join(lines))

  @staticmethod
  def _line(cookie):
    domain = HTTPONLY_PREFIX + cookie.domain if cookie.has_nonstandard_attr(HTTPONLY_ATTR) else cookie.domain
    name, value = ("", cookie.name) if cookie.value is None else (cookie.name, cookie.value)
    return "\t".join([domain, str(cookie.domain.startswith(".")).upper(), cookie.path, str(bool(cookie.secure)).upper(),
                      "" if cookie.expires is None else str(cookie.expires), name, value]) + "\n"
