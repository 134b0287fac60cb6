"""Which cookies http.cookiejar accepts and returns: hosts, paths and ports of requests, and the rules about them."""

import re
import urllib.parse
from http._cookie_text import debug_log as _debug

DEFAULT_HTTP_PORT = "80"
HTTP_PATH_SAFE = "%/;:@&=+$,!~*'()"  # What a path may have beside letters, digits, "_", "." and "-".
IPV4_RE = re.compile(r"(?a)\.\d+$")

# Below the domain of a country these are not names of somebody.
_SHARED_SECOND_LEVELS = frozenset("co ac com edu org net gov mil int aero biz cat coop info jobs mobi museum name pro travel eu".split())


def is_HDN(text):
  """Whether a text is the name of a host."""
  return bool(text) and not IPV4_RE.search(text) and text[0] != "." and text[-1] != "."


def liberal_is_HDN(text):
  """Whether a text is not the number of a host."""
  return not IPV4_RE.search(text)


def domain_match(A, B):
  """Whether host A is B, or lies in the domain B, which begins with a dot (RFC 2965)."""
  A, B = A.lower(), B.lower()
  if A == B:
    return True
  return is_HDN(A) and A.rfind(B) > 0 and B.startswith(".") and is_HDN(B[1:])


def user_domain_match(A, B):
  """Whether host A is what a program means by B: with a dot at its beginning all hosts of a domain."""
  A, B = A.lower(), B.lower()
  return A == B or liberal_is_HDN(A) and liberal_is_HDN(B) and B.startswith(".") and A.endswith(B)


def request_host(request):
  """The host of a request, in small letters."""
  host = urllib.parse.urlparse(request.get_full_url())[1] or request.get_header("Host", "")
  return re.sub(r"(?a):\d+$", "", host, count=1).lower()


def eff_request_host(request):
  """The host, and the host with .local added to a name without dots."""
  host = request_host(request)
  return host, host + ".local" if "." not in host and not IPV4_RE.search(host) else host


def request_path(request):
  """The path of a request, escaped."""
  path = escape_path(urllib.parse.urlsplit(request.get_full_url()).path)
  return path if path.startswith("/") else "/" + path


def request_port(request):
  """The port of a request as a text, or None for one that is no number."""
  _, colon, port = request.host.partition(":")
  if not colon:
    return DEFAULT_HTTP_PORT
  try:
    int(port)
  except ValueError:
    _debug("nonnumeric port: '%s'", port)
    return None
  return port


def uppercase_escaped_char(match):
  return "%%%s" % match[1].upper()


def escape_path(path):
  """A path with all that a URL may not have as escapes, and those in capital letters."""
  return re.sub("%([0-9a-fA-F][0-9a-fA-F])", uppercase_escaped_char, urllib.parse.quote(path, HTTP_PATH_SAFE))


def reach(h):
  """The domain that a host may set cookies for (RFC 2965): .acme.com for www.acme.com."""
  _, dot, domain = h.partition(".")
  return "." + domain if dot and is_HDN(h) and ("." in domain or domain == "local") else h


def is_third_party(request):
  """Whether a request goes to another place than the one that caused it (RFC 2965)."""
  return not domain_match(request_host(request), reach(request.origin_req_host))


def _dotted(domain):
  return "." + domain if domain and not domain.startswith(".") else domain


class CookiePolicy:
  """The rules of a jar: which cookies it accepts and which it returns."""

  def set_ok(self, cookie, request):
    """Whether a cookie that came for the request is accepted. Cookies that are expired already do not get here."""
    raise NotImplementedError()

  def return_ok(self, cookie, request):
    """Whether a cookie goes with the request."""
    raise NotImplementedError()

  def domain_return_ok(self, domain, request):
    """Whether cookies of a domain could go with the request."""
    return True

  def path_return_ok(self, path, request):
    """Whether cookies of a path could go with the request."""
    return True


class DefaultCookiePolicy(CookiePolicy):
  """The standards' rules. Each `set_ok_…` and `return_ok_…` method is one of them; subclasses add to them."""

  DomainStrictNoDots = 1
  DomainStrictNonDomain = 2
  DomainRFC2965Match = 4
  DomainLiberal = 0
  DomainStrict = DomainStrictNoDots | DomainStrictNonDomain

  def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None, hide_cookie2=False,
               strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False, strict_ns_domain=DomainLiberal,
               strict_ns_set_initial_dollar=False, strict_ns_set_path=False, secure_protocols=("https", "wss")):
    self.netscape = netscape
    self.rfc2965 = rfc2965
    self.rfc2109_as_netscape = rfc2109_as_netscape
    self.hide_cookie2 = hide_cookie2
    self.strict_domain = strict_domain
    self.strict_rfc2965_unverifiable = strict_rfc2965_unverifiable
    self.strict_ns_unverifiable = strict_ns_unverifiable
    self.strict_ns_domain = strict_ns_domain
    self.strict_ns_set_initial_dollar = strict_ns_set_initial_dollar
    self.strict_ns_set_path = strict_ns_set_path
    self.secure_protocols = secure_protocols
    self._blocked_domains = () if blocked_domains is None else tuple(blocked_domains)
    self.set_allowed_domains(allowed_domains)

  def blocked_domains(self):
    """The domains whose cookies are neither accepted nor returned."""
    return self._blocked_domains

  def set_blocked_domains(self, blocked_domains):
    """Change these domains."""
    self._blocked_domains = tuple(blocked_domains)

  def is_blocked(self, domain):
    """Whether a domain is one of these."""
    return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

  def allowed_domains(self):
    """The only domains whose cookies are accepted and returned; None for all."""
    return self._allowed_domains

  def set_allowed_domains(self, allowed_domains):
    """Change these domains."""
    self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

  def is_not_allowed(self, domain):
    """Whether a domain is none of these."""
    return self._allowed_domains is not None and not any(user_domain_match(domain, allowed) for allowed in self._allowed_domains)

  def set_ok(self, cookie, request):
    """Whether all rules for accepting hold."""
    _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
    assert cookie.name is not None
    return all(getattr(self, "set_ok_" + rule)(cookie, request) for rule in ("version", "verifiability", "name", "path", "domain", "port"))

  def set_ok_version(self, cookie, request):
    if cookie.version is None:
      _debug("   Set-Cookie2 without version attribute (%s=%s)", cookie.name, cookie.value)
      return False
    return self._speaks(cookie)

  def _speaks(self, cookie):
    """Whether the cookie's protocol is switched on."""
    if cookie.version > 0 and not self.rfc2965:
      _debug("   RFC 2965 cookies are switched off")
      return False
    if cookie.version == 0 and not self.netscape:
      _debug("   Netscape cookies are switched off")
      return False
    return True

  def set_ok_verifiability(self, cookie, request):
    if request.unverifiable and is_third_party(request):
      if cookie.version > 0 and self.strict_rfc2965_unverifiable:
        _debug("   third-party RFC 2965 cookie during unverifiable transaction")
        return False
      if cookie.version == 0 and self.strict_ns_unverifiable:
        _debug("   third-party Netscape cookie during unverifiable transaction")
        return False
    return True

  return_ok_verifiability = set_ok_verifiability

  def set_ok_name(self, cookie, request):
    if cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith("$"):
      _debug("   illegal name (starts with '$'): '%s'", cookie.name)
      return False
    return True

  def set_ok_path(self, cookie, request):
    if cookie.path_specified:
      strict = cookie.version > 0 or cookie.version == 0 and self.strict_ns_set_path
      if strict and not self.path_return_ok(cookie.path, request):
        _debug("   path attribute %s is not a prefix of request path %s", cookie.path, request_path(request))
        return False
    return True

  def set_ok_domain(self, cookie, request):
    if not self._listed_ok(cookie.domain):
      return False
    if not cookie.domain_specified:
      return True
    host, effective = eff_request_host(request)
    domain = cookie.domain
    undotted = domain.removeprefix(".")
    if self.strict_domain and self._is_shared(domain):
      _debug("   country-code second level domain %s", domain)
      return False
    if "." not in undotted and not effective.endswith(".local"):
      _debug("   non-local domain %s contains no embedded dot", domain)
      return False
    if cookie.version == 0 and not (effective.endswith((domain, f"{undotted}.local")) or effective.startswith(".") or
                                    ("." + effective).endswith(domain)):
      _debug("   effective request-host %s (even with added initial dot) does not end with %s", effective, domain)
      return False
    if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) and not domain_match(effective, domain):
      _debug("   effective request-host %s does not domain-match %s", effective, domain)
      return False
    if cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots:
      prefix = host[:-len(domain)]
      if "." in prefix and not IPV4_RE.search(host):
        _debug("   host prefix %s for domain %s contains a dot", prefix, domain)
        return False
    return True

  def _listed_ok(self, domain):
    """Whether a program's own lists let a domain pass."""
    if self.is_blocked(domain):
      _debug("   domain %s is in user block-list", domain)
      return False
    if self.is_not_allowed(domain):
      _debug("   domain %s is not in user allow-list", domain)
      return False
    return True

  @staticmethod
  def _is_shared(domain):
    """Whether a domain is like .co.uk, which belongs to nobody."""
    parts = domain.split(".")
    return len(parts) == 3 and not parts[0] and parts[1].lower() in _SHARED_SECOND_LEVELS and len(parts[2]) == 2

  def set_ok_port(self, cookie, request):
    if not cookie.port_specified:
      return True
    port = request_port(request) or DEFAULT_HTTP_PORT
    for allowed in cookie.port.split(","):
      try:
        int(allowed)
      except ValueError:
        _debug("   bad port %s (not numeric)", allowed)
        return False
      if allowed == port:
        return True
    _debug("   request port (%s) not found in %s", port, cookie.port)
    return False

  def return_ok(self, cookie, request):
    """Whether all rules for returning hold; domain and path were asked before."""
    _debug(" - checking cookie %s=%s", cookie.name, cookie.value)
    return all(getattr(self, "return_ok_" + rule)(cookie, request)
               for rule in ("version", "verifiability", "secure", "expires", "port", "domain"))

  def return_ok_version(self, cookie, request):
    return self._speaks(cookie)

  def return_ok_secure(self, cookie, request):
    if cookie.secure and request.type not in self.secure_protocols:
      _debug("   secure cookie with non-secure request")
      return False
    return True

  def return_ok_expires(self, cookie, request):
    if cookie.is_expired(self._now):
      _debug("   cookie expired")
      return False
    return True

  def return_ok_port(self, cookie, request):
    if cookie.port:
      port = request_port(request) or DEFAULT_HTTP_PORT
      if port not in cookie.port.split(","):
        _debug("   request port %s does not match cookie port %s", port, cookie.port)
        return False
    return True

  def return_ok_domain(self, cookie, request):
    host, effective = eff_request_host(request)
    domain = cookie.domain
    if cookie.version == 0 and self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != effective:
      _debug("   cookie with unspecified domain does not string-compare equal to request domain")
      return False
    if cookie.version > 0 and not domain_match(effective, domain):
      _debug("   effective request-host name %s does not domain-match RFC 2965 cookie domain %s", effective, domain)
      return False
    if cookie.version == 0 and not ("." + effective).endswith(_dotted(domain)):
      _debug("   request-host %s does not match Netscape cookie domain %s", host, domain)
      return False
    return True

  def domain_return_ok(self, domain, request):
    host, effective = (name if name.startswith(".") else "." + name for name in eff_request_host(request))
    dotted = _dotted(domain)
    return (host.endswith(dotted) or effective.endswith(dotted)) and self._listed_ok(domain)

  def path_return_ok(self, path, request):
    _debug("- checking cookie path=%s", path)
    asked = request_path(request)
    if asked == path or asked.startswith(path) and (path.endswith("/") or asked.startswith("/", len(path))):
      return True
    _debug("  %s does not path-match %s", asked, path)
    return False
