"""Opening URLs: http, https, file and data.

>>> with urlopen("data:,a%20text") as response:
...   response.read(), response.headers["content-type"]
(b'a text', 'text/plain;charset=US-ASCII')

In asynchronous programs it blocks the loop: run it with asyncio.to_thread().
"""

import io
import os
import re
import socket
import sys

import http.client
from urllib._auth import (AbstractBasicAuthHandler, AbstractDigestAuthHandler, BaseHandler, HTTPBasicAuthHandler, HTTPDigestAuthHandler, HTTPPasswordMgr,
                          HTTPPasswordMgrWithDefaultRealm, HTTPPasswordMgrWithPriorAuth, ProxyBasicAuthHandler, ProxyDigestAuthHandler, parse_http_list,
                          parse_keqv_list)
from urllib._splitters import splithost as _splithost, splitpasswd as _splitpasswd, splitport as _splitport, splittag as _splittag, \
    splittype as _splittype, splituser as _splituser
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, unwrap, urljoin, urlparse, urlsplit, urlunparse
from urllib.response import addclosehook, addinfourl

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler", "HTTPCookieProcessor",
           "ProxyHandler", "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm", "HTTPPasswordMgrWithPriorAuth",
           "AbstractBasicAuthHandler", "HTTPBasicAuthHandler", "ProxyBasicAuthHandler", "AbstractDigestAuthHandler",
           "HTTPDigestAuthHandler", "ProxyDigestAuthHandler", "HTTPHandler", "FileHandler", "DataHandler", "UnknownHandler",
           "HTTPErrorProcessor", "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies",
           "urlretrieve", "urlcleanup", "HTTPSHandler"]

__version__ = "%d.%d" % sys.version_info[:2]

_opener = None
_retrieved_files = []
_PORT = re.compile(r":[0-9]+$")


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, cafile=None, capath=None, cadefault=False, context=None):
  """The response to a request for a URL (or a Request): a file with status, headers and url. Data make it a POST."""
  global _opener
  if cafile or capath or cadefault:
    import ssl
    import warnings
    warnings.warn("cafile, capath and cadefault are deprecated, use a custom context instead.", DeprecationWarning, 2)
    if context is not None:
      raise ValueError("You can't pass both context and any of cafile, capath, and cadefault")
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH, cafile=cafile, capath=capath)
    context.set_alpn_protocols(["http/1.1"])
  if context:
    opener = build_opener(HTTPSHandler(context=context))
  elif _opener is None:
    _opener = opener = build_opener()
  else:
    opener = _opener
  return opener.open(url, data, timeout)


def install_opener(opener):
  """Let urlopen() use the opener."""
  global _opener
  _opener = opener


def urlretrieve(url, filename=None, reporthook=None, data=None):
  """Copy what a URL gives into a file, a temporary one without a name; returns its name and the headers."""
  kind, path = _splittype(url)
  from contextlib import closing
  with closing(urlopen(url, data)) as source:
    headers = source.info()
    if kind == "file" and not filename:
      return os.path.normpath(path), headers
    if filename:
      target = open(filename, "wb")
    else:
      from tempfile import NamedTemporaryFile
      target = NamedTemporaryFile(delete=False)
      filename = target.name
      _retrieved_files.append(filename)
    with target:
      size = int(headers["Content-Length"]) if "content-length" in headers else -1
      read = _copy_blocks(source, target, size, reporthook)
  result = filename, headers
  if read < size:
    raise ContentTooShortError(f"retrieval incomplete: got only {read} out of {size} bytes", result)
  return result


def _copy_blocks(source, target, size, reporthook):
  """Copy in blocks, of which the hook is told; returns the number of bytes."""
  block_size = 8192
  read = number = 0
  if reporthook:
    reporthook(number, block_size, size)
  while block := source.read(block_size):
    read += len(block)
    target.write(block)
    number += 1
    if reporthook:
      reporthook(number, block_size, size)
  return read


def urlcleanup():
  """Remove the temporary files of urlretrieve(), and the installed opener."""
  global _opener
  for name in _retrieved_files:
    try:
      os.unlink(name)
    except OSError:
      pass
  _retrieved_files.clear()
  _opener = None


def request_host(request):
  """The host that a request goes to, in lower case, without the port."""
  host = urlparse(request.full_url)[1] or request.get_header("Host", "")
  return _PORT.sub("", host, 1).lower()


class Request:
  """What to ask for: URL, data to send, headers, method."""

  def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
    self.full_url = url
    self.headers = {}
    self.unredirected_hdrs = {}
    self._data = None
    self.data = data
    self._tunnel_host = None
    for name, value in headers.items():
      self.add_header(name, value)
    self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
    self.unverifiable = unverifiable
    if method:
      self.method = method

  @property
  def full_url(self):
    return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

  @full_url.setter
  def full_url(self, url):
    self._full_url, self.fragment = _splittag(unwrap(url))
    self._parse()

  @full_url.deleter
  def full_url(self):
    self._full_url = self.fragment = None
    self.selector = ""

  @property
  def data(self):
    return self._data

  @data.setter
  def data(self, data):
    if data != self._data:
      self._data = data
      # The length was that of the data before.
      if self.has_header("Content-length"):
        self.remove_header("Content-length")

  @data.deleter
  def data(self):
    self.data = None

  def _parse(self):
    self.type, rest = _splittype(self._full_url)
    if self.type is None:
      raise ValueError(f"unknown url type: {self.full_url!r}")
    self.host, self.selector = _splithost(rest)
    if self.host:
      self.host = unquote(self.host)

  def get_method(self):
    """The given method, else POST with data and GET without."""
    return getattr(self, "method", "GET" if self.data is None else "POST")

  def get_full_url(self):
    return self.full_url

  def set_proxy(self, host, type):
    """Send the request to a proxy."""
    if self.type == "https" and not self._tunnel_host:
      self._tunnel_host = self.host
    else:
      self.type = type
      self.selector = self.full_url
    self.host = host

  def has_proxy(self):
    return self.selector == self.full_url

  def add_header(self, key, val):
    """Set a header; names are kept with one capital letter."""
    self.headers[key.capitalize()] = val

  def add_unredirected_header(self, key, val):
    """Set a header that a redirection does not repeat."""
    self.unredirected_hdrs[key.capitalize()] = val

  def has_header(self, header_name):
    return header_name in self.headers or header_name in self.unredirected_hdrs

  def get_header(self, header_name, default=None):
    return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

  def remove_header(self, header_name):
    self.headers.pop(header_name, None)
    self.unredirected_hdrs.pop(header_name, None)

  def header_items(self):
    """(name, value) of all headers."""
    return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
  """Opens URLs with handlers: what they can do, the names of their methods tell (http_open, https_request, http_error_404, ...)."""

  def __init__(self):
    self.addheaders = [("User-agent", f"Python-urllib/{__version__}")]
    self.handlers = []
    self.handle_open = {}
    self.handle_error = {}
    self.process_response = {}
    self.process_request = {}

  def _table_for(self, method):
    """The table for a method's name and the key in it, or None and None."""
    protocol, _, condition = method.partition("_")
    if condition.startswith("error"):
      kind = condition.partition("_")[2]
      return self.handle_error.setdefault(protocol, {}), int(kind) if kind.isdecimal() else kind
    tables = {"open": self.handle_open, "response": self.process_response, "request": self.process_request}
    return tables.get(condition), protocol

  def add_handler(self, handler):
    """Take a handler; those with a smaller handler_order come first."""
    if not hasattr(handler, "add_parent"):
      raise TypeError(f"expected BaseHandler instance, got {type(handler)!r}")
    from bisect import insort
    added = False
    for name in dir(handler):
      if name in ("redirect_request", "do_open", "proxy_open"):
        continue
      table, key = self._table_for(name)
      if table is not None:
        insort(table.setdefault(key, []), handler)
        added = True
    if added:
      insort(self.handlers, handler)
      handler.add_parent(self)

  def close(self):
    """Nothing: kept for programs that call it."""

  def _call_chain(self, chain, kind, meth_name, *args):
    for handler in chain.get(kind, ()):
      result = getattr(handler, meth_name)(*args)
      if result is not None:
        return result
    return None

  def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
    """The response to a request for a URL (or a Request)."""
    if isinstance(fullurl, str):
      request = Request(fullurl, data)
    else:
      request = fullurl
      if data is not None:
        request.data = data
    request.timeout = timeout
    protocol = request.type
    for handler in self.process_request.get(protocol, ()):
      request = getattr(handler, protocol + "_request")(request)
    response = self._open(request, data)
    for handler in self.process_response.get(protocol, ()):
      response = getattr(handler, protocol + "_response")(request, response)
    return response

  def _open(self, req, data=None):
    return (self._call_chain(self.handle_open, "default", "default_open", req) or
            self._call_chain(self.handle_open, req.type, req.type + "_open", req) or
            self._call_chain(self.handle_open, "unknown", "unknown_open", req))

  def error(self, proto, *args):
    """Let the handlers deal with an error: for http (request, response, status, message, headers)."""
    if proto not in ("http", "https"):
      return self._call_chain(self.handle_error, proto, proto + "_error", *args) or None
    table = self.handle_error["http"]
    status = args[2]
    return (self._call_chain(table, status, f"http_error_{status}", *args) or
            self._call_chain(table, "default", "http_error_default", *args))


def build_opener(*handlers):
  """An opener with the usual handlers, or the given ones (or classes) instead of those that they are subclasses of."""
  def replaced(kind):
    return any(issubclass(given, kind) if isinstance(given, type) else isinstance(given, kind) for given in handlers)
  usual = (ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler, HTTPErrorProcessor,
           DataHandler, HTTPSHandler)
  opener = OpenerDirector()
  for handler in (*(kind for kind in usual if not replaced(kind)), *handlers):
    opener.add_handler(handler() if isinstance(handler, type) else handler)
  return opener


class HTTPErrorProcessor(BaseHandler):
  """Gives responses whose status is not 2xx to the handlers of errors."""

  handler_order = 1000

  def http_response(self, request, response):
    if 200 <= response.code < 300:
      return response
    return self.parent.error("http", request, response, response.code, response.msg, response.info())

  https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
  """Raises HTTPError."""

  def http_error_default(self, req, fp, code, msg, hdrs):
    raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
  """Goes where responses 301, 302, 303, 307 and 308 point to."""

  max_repeats = 4
  max_redirections = 10
  inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n"

  def redirect_request(self, req, fp, code, msg, headers, newurl):
    """The request for the new place; HTTPError where only the user could decide."""
    method = req.get_method()
    if not (code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or code in (301, 302, 303) and method == "POST"):
      raise HTTPError(req.full_url, code, msg, headers, fp)
    kept = {name: value for name, value in req.headers.items() if name.lower() not in ("content-length", "content-type")}
    return Request(newurl.replace(" ", "%20"), headers=kept, origin_req_host=req.origin_req_host, unverifiable=True)

  def http_error_302(self, req, fp, code, msg, headers):
    if "location" not in headers and "uri" not in headers:
      return None
    given = headers["location"] if "location" in headers else headers["uri"]
    parts = urlparse(given)
    if parts.scheme not in ("http", "https", "ftp", ""):
      raise HTTPError(given, code, f"{msg} - Redirection to url '{given}' is not allowed", headers, fp)
    if not parts.path and parts.netloc:
      parts = parts._replace(path="/")
    from string import punctuation
    newurl = urljoin(req.full_url, quote(urlunparse(parts), encoding="iso-8859-1", safe=punctuation))
    new = self.redirect_request(req, fp, code, msg, headers, newurl)
    if new is None:
      return None
    visited = getattr(req, "redirect_dict", None)
    if visited is None:
      visited = req.redirect_dict = {}
    elif visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
      raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
    new.redirect_dict = visited
    visited[newurl] = visited.get(newurl, 0) + 1
    fp.read()
    fp.close()
    return self.parent.open(new, timeout=req.timeout)

  http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _parse_proxy(proxy):
  """(scheme, user, password, host and port) of a URL, or of what stands after '//' in one."""
  scheme, rest = _splittype(proxy)
  if not rest.startswith("/"):
    scheme, authority = None, proxy
  elif not rest.startswith("//"):
    raise ValueError(f"proxy URL with no authority: {proxy!r}")
  else:
    # A password may have slashes.
    end = rest.find("/", max(rest.find("@"), 2))
    authority = rest[2:] if end < 0 else rest[2:end]
  userinfo, hostport = _splituser(authority)
  user, password = (None, None) if userinfo is None else _splitpasswd(userinfo)
  return scheme, user, password, hostport


class ProxyHandler(BaseHandler):
  """Sends requests to proxies: a mapping of schemes to URLs, by default the variables http_proxy and the like."""

  handler_order = 100

  def __init__(self, proxies=None):
    if proxies is None:
      proxies = getproxies()
    assert hasattr(proxies, "keys"), "proxies must be a mapping"
    self.proxies = proxies
    for type, url in proxies.items():
      type = type.lower()
      setattr(self, f"{type}_open", lambda request, proxy=url, type=type, open=self.proxy_open: open(request, proxy, type))

  def proxy_open(self, req, proxy, type):
    original = req.type
    scheme, user, password, hostport = _parse_proxy(proxy)
    if scheme is None:
      scheme = original
    if req.host and proxy_bypass(req.host):
      return None
    if user and password:
      from base64 import b64encode
      credentials = b64encode(f"{unquote(user)}:{unquote(password)}".encode()).decode("ascii")
      req.add_header("Proxy-authorization", "Basic " + credentials)
    req.set_proxy(unquote(hostport), scheme)
    if original == scheme or original == "https":
      return None  # The next handler opens it.
    return self.parent.open(req, timeout=req.timeout)


class AbstractHTTPHandler(BaseHandler):
  """What http and https have in common."""

  def __init__(self, debuglevel=0):
    self._debuglevel = debuglevel

  def set_http_debuglevel(self, level):
    """Print what is sent and received when the level is positive."""
    self._debuglevel = level

  def _get_content_length(self, request):
    return http.client.HTTPConnection._get_content_length(request.data, request.get_method())

  def do_request_(self, request):
    """Add the headers that the protocol needs."""
    host = request.host
    if not host:
      raise URLError("no host given")
    if request.data is not None:
      self._describe_data(request)
    if request.has_proxy():
      host = _splithost(_splittype(request.selector)[1])[0]
    if not request.has_header("Host"):
      request.add_unredirected_header("Host", host)
    for name, value in self.parent.addheaders:
      if not request.has_header(name.capitalize()):
        request.add_unredirected_header(name, value)
    return request

  def _describe_data(self, request):
    if isinstance(request.data, str):
      raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    if not request.has_header("Content-type"):
      request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
    if not request.has_header("Content-length") and not request.has_header("Transfer-encoding"):
      length = self._get_content_length(request)
      if length is None:
        request.add_unredirected_header("Transfer-encoding", "chunked")
      else:
        request.add_unredirected_header("Content-length", str(length))

  def do_open(self, http_class, req, **http_conn_args):
    """The response to a request over a connection of the given class, which is closed after it."""
    if not req.host:
      raise URLError("no host given")
    connection = http_class(req.host, timeout=req.timeout, **http_conn_args)
    connection.set_debuglevel(self._debuglevel)
    headers = {**req.unredirected_hdrs, **{name: value for name, value in req.headers.items() if name not in req.unredirected_hdrs}}
    headers["Connection"] = "close"
    headers = {name.title(): value for name, value in headers.items()}
    if req._tunnel_host:
      authorization = headers.pop("Proxy-Authorization", None)
      connection.set_tunnel(req._tunnel_host, headers={} if authorization is None else {"Proxy-Authorization": authorization})
    try:
      try:
        connection.request(req.get_method(), req.selector, req.data, headers, encode_chunked=req.has_header("Transfer-encoding"))
      except OSError as error:
        raise URLError(error)
      response = connection.getresponse()
    except:
      connection.close()
      raise
    if connection.sock:
      connection.sock.close()  # The response's file keeps it open.
      connection.sock = None
    response.url = req.get_full_url()
    response.msg = response.reason
    return response


class HTTPHandler(AbstractHTTPHandler):
  """Opens http URLs."""

  def http_open(self, req):
    return self.do_open(http.client.HTTPConnection, req)

  http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
  """Opens https URLs."""

  def __init__(self, debuglevel=0, context=None, check_hostname=None):
    super().__init__(debuglevel)
    self._context = context
    self._check_hostname = check_hostname

  def https_open(self, req):
    return self.do_open(http.client.HTTPSConnection, req, context=self._context, check_hostname=self._check_hostname)

  https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
  """Keeps cookies in a jar and sends them back."""

  def __init__(self, cookiejar=None):
    if cookiejar is None:
      import http.cookiejar
      cookiejar = http.cookiejar.CookieJar()
    self.cookiejar = cookiejar

  def http_request(self, request):
    self.cookiejar.add_cookie_header(request)
    return request

  def http_response(self, request, response):
    self.cookiejar.extract_cookies(response, request)
    return response

  https_request = http_request
  https_response = http_response


class UnknownHandler(BaseHandler):
  """Raises URLError for schemes that nothing else opens."""

  def unknown_open(self, req):
    raise URLError(f"unknown url type: {req.type}")


class FileHandler(BaseHandler):
  """Opens local files."""

  names = None

  def file_open(self, req):
    url = req.selector
    if url[:2] == "//" and url[2:3] != "/" and req.host and req.host != "localhost":
      if req.host not in self.get_names():
        raise URLError("file:// scheme is supported only on localhost")
      return None
    return self.open_local_file(req)

  def get_names(self):
    """The addresses of this machine."""
    if FileHandler.names is None:
      try:
        FileHandler.names = tuple(socket.gethostbyname_ex("localhost")[2] + socket.gethostbyname_ex(socket.gethostname())[2])
      except socket.gaierror:
        FileHandler.names = socket.gethostbyname("localhost"),
    return FileHandler.names

  def open_local_file(self, req):
    import email.utils
    import mimetypes
    host, filename = req.host, req.selector
    path = url2pathname(filename)
    try:
      status = os.stat(path)
      modified = email.utils.formatdate(status.st_mtime, usegmt=True)
      kind = mimetypes.guess_type(filename)[0] or "text/plain"
      headers = email.message_from_string(f"Content-type: {kind}\nContent-length: {status.st_size}\nLast-modified: {modified}\n")
      port = None
      if host:
        host, port = _splitport(host)
      if not host or not port and self._address(host) in self.get_names():
        return addinfourl(open(path, "rb"), headers, f"file://{host or ''}{filename}")
    except OSError as error:
      raise URLError(error)
    raise URLError("file not on local host")

  @staticmethod
  def _address(host):
    try:
      return socket.gethostbyname(host)
    except socket.gaierror:
      return None


class DataHandler(BaseHandler):
  """Opens data URLs, which hold what they are for."""

  def data_open(self, req):
    import email
    url = req.full_url
    kind, data = url.split(":", 1)[1].split(",", 1)
    data = unquote_to_bytes(data)
    if kind.endswith(";base64"):
      from base64 import decodebytes
      data = decodebytes(data)
      kind = kind.removesuffix(";base64")
    if not kind:
      kind = "text/plain;charset=US-ASCII"
    return addinfourl(io.BytesIO(data), email.message_from_string(f"Content-type: {kind}\nContent-length: {len(data)}\n"), url)


def url2pathname(pathname):
  """The path of the part of a file URL after the host."""
  return unquote(pathname)


def pathname2url(pathname):
  """The path as it stands in a URL."""
  return quote(pathname)


def getproxies_environment():
  """The proxies by scheme of the variables http_proxy, https_proxy, ...; those in lower case come first."""
  proxies = {}
  for name, value in os.environ.items():
    name = name.lower()
    if value and name.endswith("_proxy"):
      proxies[name[:-6]] = value
  if "REQUEST_METHOD" in os.environ:
    proxies.pop("http", None)  # In a CGI script a client could have set HTTP_PROXY with a header.
  for name, value in os.environ.items():
    if name.endswith("_proxy"):
      name = name.lower()
      if value:
        proxies[name[:-6]] = value
      else:
        proxies.pop(name[:-6], None)
  return proxies


def proxy_bypass_environment(host, proxies=None):
  """Whether no_proxy, a list of ends of names or '*', names the host."""
  if proxies is None:
    proxies = getproxies_environment()
  exceptions = proxies.get("no")
  if exceptions is None:
    return False
  if exceptions == "*":
    return True
  host = host.lower()
  bare = _splitport(host)[0]
  for name in exceptions.split(","):
    name = name.strip().lstrip(".").lower()
    if name and (name in (bare, host) or bare.endswith("." + name) or host.endswith("." + name)):
      return True
  return False


getproxies = getproxies_environment
proxy_bypass = proxy_bypass_environment
