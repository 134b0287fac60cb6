"""The handlers of urllib.request that authenticate, basic and digest, for servers and proxies, and the base of all handlers."""

import re

from urllib._splitters import splitport
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

__name__ = "urllib.request"


class BaseHandler:
  """Base of handlers."""

  handler_order = 500

  def add_parent(self, parent):
    """Called with the opener that takes the handler."""
    self.parent = parent

  def close(self):
    """Nothing: kept for programs that call it."""

  def __lt__(self, other):
    return not hasattr(other, "handler_order") or self.handler_order < other.handler_order


def parse_keqv_list(l):
  """A dictionary of texts name=value, whose values may be in quotes."""
  parsed = {}
  for item in l:
    name, value = item.split("=", 1)
    if value[0] == value[-1] == '"':
      value = value[1:-1]
    parsed[name] = value
  return parsed


def parse_http_list(s):
  """The parts between the commas that are outside of quotes; in quotes a backslash takes away the meaning of the next character."""
  parts, part = [], ""
  escaped = quoted = False
  for character in s:
    if escaped:
      escaped = False
    elif quoted and character == "\\":
      escaped = True
      continue
    elif character == '"':
      quoted = not quoted
    elif character == "," and not quoted:
      parts.append(part)
      part = ""
      continue
    part += character
  if part:
    parts.append(part)
  return [part.strip() for part in parts]


class HTTPPasswordMgr:
  """Users and passwords by realm and URL."""

  def __init__(self):
    self.passwd = {}

  def add_password(self, realm, uri, user, passwd):
    """Set user and password for one or more URLs and all below them."""
    uris = [uri] if isinstance(uri, str) else uri
    known = self.passwd.setdefault(realm, {})
    for default_port in True, False:
      known[tuple(self.reduce_uri(each, default_port) for each in uris)] = user, passwd

  def find_user_password(self, realm, authuri):
    """User and password for a URL, or two Nones."""
    for default_port in True, False:
      reduced = self.reduce_uri(authuri, default_port)
      for uris, found in self.passwd.get(realm, {}).items():
        if any(self.is_suburi(uri, reduced) for uri in uris):
          return found
    return None, None

  def reduce_uri(self, uri, default_port=True):
    """Host and path of a URL, or of a host alone; with default_port the port is always told."""
    parts = urlsplit(uri)
    if not parts[1]:
      return uri, "/"
    scheme, authority = parts[0], parts[1]
    host, port = splitport(authority)
    if default_port and port is None and scheme in ("http", "https"):
      authority = f"{host}:{80 if scheme == 'http' else 443}"
    return authority, parts[2] or "/"

  def is_suburi(self, base, test):
    """Whether `test` is below `base`; both as reduce_uri() gives them."""
    if base == test:
      return True
    return base[0] == test[0] and test[1].startswith(base[1] if base[1].endswith("/") else base[1] + "/")


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
  """What is known for the realm None serves for all."""

  def find_user_password(self, realm, authuri):
    found = super().find_user_password(realm, authuri)
    return found if found[0] is not None else super().find_user_password(None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
  """Knows also where to send the password without being asked."""

  def __init__(self, *args, **kwargs):
    self.authenticated = {}
    super().__init__(*args, **kwargs)

  def add_password(self, realm, uri, user, passwd, is_authenticated=False):
    self.update_authenticated(uri, is_authenticated)
    if realm is not None:
      super().add_password(None, uri, user, passwd)
    super().add_password(realm, uri, user, passwd)

  def update_authenticated(self, uri, is_authenticated=False):
    """Set whether the password is sent without being asked."""
    for default_port in True, False:
      for each in [uri] if isinstance(uri, str) else uri:
        self.authenticated[self.reduce_uri(each, default_port)] = is_authenticated

  def is_authenticated(self, authuri):
    for default_port in True, False:
      reduced = self.reduce_uri(authuri, default_port)
      for uri, authenticated in self.authenticated.items():
        if self.is_suburi(uri, reduced):
          return authenticated
    return None


class AbstractBasicAuthHandler:
  """The basic scheme: the password as it is."""

  rx = re.compile("""(?:^|,)[ \t]*([^ \t,]+)[ \t]+realm=(["']?)([^"']*)\\2""", 2)  # re.I, whose name would bring module enum along

  def __init__(self, password_mgr=None):
    self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
    self.add_password = self.passwd.add_password

  def _parse_realm(self, header):
    """(scheme, realm) of each challenge, (first word, None) when there is none."""
    found = False
    for scheme, quote, realm in self.rx.findall(header):
      if not quote:
        import warnings
        warnings.warn("Basic Auth Realm was unquoted", UserWarning, 3)
      yield scheme, realm
      found = True
    if not found:
      yield header.split()[0] if header else "", None

  def http_error_auth_reqed(self, authreq, host, req, headers):
    """Answer the challenge in the header `authreq`."""
    unsupported = None
    for header in headers.get_all(authreq) or ():
      for scheme, realm in self._parse_realm(header):
        if scheme.lower() != "basic":
          unsupported = scheme
        elif realm is not None:
          return self.retry_http_basic_auth(host, req, realm)
    if unsupported is not None:
      raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {scheme!r}")
    return None

  def retry_http_basic_auth(self, host, req, realm):
    """Open it again with the password, unless it was the one before."""
    user, password = self.passwd.find_user_password(realm, host)
    if password is None:
      return None
    from base64 import b64encode
    value = "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")
    if req.get_header(self.auth_header, None) == value:
      return None
    req.add_unredirected_header(self.auth_header, value)
    return self.parent.open(req, timeout=req.timeout)

  def http_request(self, req):
    if not getattr(self.passwd, "is_authenticated", lambda url: False)(req.full_url):
      return req
    if not req.has_header("Authorization"):
      user, password = self.passwd.find_user_password(None, req.full_url)
      from base64 import b64encode
      req.add_unredirected_header("Authorization", "Basic " + b64encode(f"{user}:{password}".encode()).decode())
    return req

  def http_response(self, req, response):
    if hasattr(self.passwd, "is_authenticated"):
      self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
    return response

  https_request = http_request
  https_response = http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
  """For servers."""

  auth_header = "Authorization"

  def http_error_401(self, req, fp, code, msg, headers):
    return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
  """For proxies."""

  auth_header = "Proxy-authorization"

  def http_error_407(self, req, fp, code, msg, headers):
    return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


class AbstractDigestAuthHandler:
  """The digest scheme: the password is never sent."""

  def __init__(self, passwd=None):
    self.passwd = HTTPPasswordMgr() if passwd is None else passwd
    self.add_password = self.passwd.add_password
    self.retried = 0
    self.nonce_count = 0
    self.last_nonce = None

  def reset_retry_count(self):
    self.retried = 0

  def http_error_auth_reqed(self, auth_header, host, req, headers):
    """Answer the challenge in the header, at most five times in sequence."""
    challenge = headers.get(auth_header, None)
    if self.retried > 5:
      raise HTTPError(req.full_url, 401, "digest auth failed", headers, None)
    self.retried += 1
    if not challenge:
      return None
    scheme = challenge.split()[0]
    if scheme.lower() == "digest":
      return self.retry_http_digest_auth(req, challenge)
    if scheme.lower() != "basic":
      raise ValueError(f"AbstractDigestAuthHandler does not support the following scheme: '{scheme}'")
    return None

  def retry_http_digest_auth(self, req, auth):
    """Open it again with the answer, unless it was the one before."""
    challenge = parse_keqv_list(filter(None, parse_http_list(auth.split(" ", 1)[1])))
    answer = self.get_authorization(req, challenge)
    if not answer:
      return None
    value = f"Digest {answer}"
    if req.headers.get(self.auth_header, None) == value:
      return None
    req.add_unredirected_header(self.auth_header, value)
    return self.parent.open(req, timeout=req.timeout)

  def get_cnonce(self, nonce):
    """A text that nobody can foresee."""
    import hashlib
    import os
    import time
    return hashlib.sha1(f"{self.nonce_count}:{nonce}:{time.ctime()}:".encode("ascii") + os.urandom(8)).hexdigest()[:16]

  def get_authorization(self, req, chal):
    """The answer to a challenge, or None."""
    try:
      realm, nonce = chal["realm"], chal["nonce"]
    except KeyError:
      return None
    qop = chal.get("qop")
    algorithm = chal.get("algorithm", "MD5")
    digest, keyed = self.get_algorithm_impls(algorithm)
    user, password = self.passwd.find_user_password(realm, req.full_url)
    if user is None:
      return None
    secret = digest(f"{user}:{realm}:{password}")
    what = digest(f"{req.get_method()}:{req.selector}")
    proof = ""
    if qop is None:
      response = keyed(secret, f"{nonce}:{what}")
    elif "auth" in qop.split(","):
      self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
      self.last_nonce = nonce
      count, cnonce = f"{self.nonce_count:08x}", self.get_cnonce(nonce)
      response = keyed(secret, f"{nonce}:{count}:{cnonce}:auth:{what}")
      proof = f', qop=auth, nc={count}, cnonce="{cnonce}"'
    else:
      raise URLError(f"qop '{qop}' is not supported.")
    entity = None if req.data is None else self.get_entity_digest(req.data, chal)
    answer = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{response}"'
    if chal.get("opaque"):
      answer += f', opaque="{chal["opaque"]}"'
    if entity:
      answer += f', digest="{entity}"'
    return answer + f', algorithm="{algorithm}"' + proof

  def get_algorithm_impls(self, algorithm):
    """The digest of a text as a function, and the one of a key and a text."""
    if algorithm not in ("MD5", "SHA"):
      raise ValueError(f"Unsupported digest authentication algorithm {algorithm!r}")
    import hashlib
    kind = hashlib.md5 if algorithm == "MD5" else hashlib.sha1

    def digest(text):
      return kind(text.encode("ascii")).hexdigest()
    return digest, lambda key, text: digest(f"{key}:{text}")

  def get_entity_digest(self, data, chal):
    """None: the body is not part of it."""
    return None


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
  """For servers."""

  auth_header = "Authorization"
  handler_order = 490  # Before the basic one.

  def http_error_401(self, req, fp, code, msg, headers):
    response = self.http_error_auth_reqed("www-authenticate", urlsplit(req.full_url)[1], req, headers)
    self.reset_retry_count()
    return response


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
  """For proxies."""

  auth_header = "Proxy-Authorization"
  handler_order = 490

  def http_error_407(self, req, fp, code, msg, headers):
    response = self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)
    self.reset_retry_count()
    return response
