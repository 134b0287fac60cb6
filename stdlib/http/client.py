"""A client of HTTP/1.1 on a connection of one's own.

    connection = HTTPConnection("www.example.com")
    connection.request("GET", "/")
    response = connection.getresponse()
    print(response.status, response.reason, response.read())

In asynchronous programs it blocks the loop: run it with asyncio.to_thread().
"""

import errno
import io
import re
import socket

import http

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol", "UnknownTransferEncoding",
           "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState", "CannotSendRequest", "CannotSendHeader",
           "ResponseNotReady", "BadStatusLine", "LineTooLong", "RemoteDisconnected", "error", "responses", "HTTPSConnection"]

HTTP_PORT = 80
HTTPS_PORT = 443


# Limits of what a server may send.
_MAXLINE = 65536
_MAXHEADERS = 100

_UNKNOWN = "UNKNOWN"
_CS_IDLE = "Idle"
_CS_REQ_STARTED = "Request-started"
_CS_REQ_SENT = "Request-sent"

_LEGAL_NAME = re.compile(rb"[^:\s][^:\r\n]*")
_ILLEGAL_VALUE = re.compile(rb"\n(?![ \t])|\r(?![ \t\n])")
_ILLEGAL_IN_URL = re.compile("[\x00-\x20\x7f]")
_ILLEGAL_IN_METHOD = re.compile("[\x00-\x1f]")
_METHODS_WITH_BODY = {"PATCH", "POST", "PUT"}


class HTTPException(Exception):
  """Base of the exceptions of this module."""


class NotConnected(HTTPException):
  """There is no connection, and none may be made."""


class InvalidURL(HTTPException):
  """A port that is no number, or characters that URLs can't have."""


class UnknownProtocol(HTTPException):
  """A version of HTTP that is not known."""

  def __init__(self, version):
    self.args = version,
    self.version = version


class UnknownTransferEncoding(HTTPException):
  """Not raised."""


class UnimplementedFileMode(HTTPException):
  """Not raised."""


class IncompleteRead(HTTPException):
  """The connection ended early: `partial` came, `expected` more bytes did not."""

  def __init__(self, partial, expected=None):
    self.args = partial,
    self.partial = partial
    self.expected = expected

  def __repr__(self):
    missing = "" if self.expected is None else f", {self.expected} more expected"
    return f"{self.__class__.__name__}({len(self.partial)} bytes read{missing})"

  __str__ = object.__str__


class ImproperConnectionState(HTTPException):
  """Not the time for this step."""


class CannotSendRequest(ImproperConnectionState):
  """Another request is not finished."""


class CannotSendHeader(ImproperConnectionState):
  """No request has been started."""


class ResponseNotReady(ImproperConnectionState):
  """No request has been sent, or an earlier response has not been read."""


class BadStatusLine(HTTPException):
  """The first line of a response is not one of HTTP."""

  def __init__(self, line):
    self.line = line or repr(line)
    self.args = self.line,


class LineTooLong(HTTPException):
  """A line longer than the limit."""

  def __init__(self, line_type):
    super().__init__(f"got more than {_MAXLINE} bytes when reading {line_type}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
  """The connection was closed instead of a response."""

  def __init__(self, *pos, **kw):
    BadStatusLine.__init__(self, "")
    ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


def __getattr__(name):
  # Module email is imported by the first headers, the status codes by those who name them.
  if name == "HTTPMessage":
    from http._message import HTTPMessage
    globals()[name] = HTTPMessage
  elif name == "responses" or name.isupper():
    members = http.HTTPStatus.__members__
    globals().update(members, responses={status: status.phrase for status in members.values()})
  try:
    return globals()[name]
  except KeyError:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def __dir__():
  return sorted({*globals(), "HTTPMessage", "responses", *http.HTTPStatus.__members__})


def _read_line(file, what):
  line = file.readline(_MAXLINE + 1)
  if len(line) > _MAXLINE:
    raise LineTooLong(what)
  return line


def _read_headers(file):
  """The lines up to the empty one, which is the last."""
  lines = []
  while True:
    line = _read_line(file, "header line")
    lines.append(line)
    if len(lines) > _MAXHEADERS:
      raise HTTPException(f"got more than {_MAXHEADERS} headers")
    if line in (b"\r\n", b"\n", b""):
      return lines


def parse_headers(fp, _class=None):
  """The headers that come next in a binary file."""
  from email.parser import Parser
  if _class is None:
    from http._message import HTTPMessage as _class
  return Parser(_class=_class).parsestr(b"".join(_read_headers(fp)).decode("iso-8859-1"))


class HTTPResponse(io.BufferedIOBase):
  """What a server answers: status, headers and, as a file, the body."""

  def __init__(self, sock, debuglevel=0, method=None, url=None):
    self.fp = sock.makefile("rb")
    self.debuglevel = debuglevel
    self._method = method
    self.headers = self.msg = None
    self.version = self.status = self.reason = _UNKNOWN
    self.chunked = self.chunk_left = _UNKNOWN  # chunk_left: bytes; None before a chunk
    self.length = _UNKNOWN  # Bytes of the body that are left, None when only the end of the connection tells.
    self.will_close = _UNKNOWN

  def _read_status(self):
    line = str(_read_line(self.fp, "status line"), "iso-8859-1")
    if self.debuglevel > 0:
      print("reply:", repr(line))
    if not line:
      raise RemoteDisconnected("Remote end closed connection without response")
    version, status, reason = (line.split(None, 2) + ["", "", ""])[:3]
    if not version.startswith("HTTP/") or not status:
      self._close_conn()
      raise BadStatusLine(line)
    try:
      code = int(status)
    except ValueError:
      raise BadStatusLine(line)
    if not 100 <= code <= 999:
      raise BadStatusLine(line)
    return version, code, reason

  def begin(self):
    """Read status and headers."""
    if self.headers is not None:
      return
    while True:
      version, status, reason = self._read_status()
      if status != 100:
        break
      skipped = _read_headers(self.fp)
      if self.debuglevel > 0:
        print("headers:", skipped)
    self.code = self.status = status
    self.reason = reason.strip()
    if version in ("HTTP/1.0", "HTTP/0.9"):
      self.version = 10
    elif version.startswith("HTTP/1."):
      self.version = 11
    else:
      raise UnknownProtocol(version)
    self.headers = self.msg = parse_headers(self.fp)
    if self.debuglevel > 0:
      for name, value in self.headers.items():
        print("header:", name + ":", value)
    self._find_length()

  def _find_length(self):
    self.chunked = self.headers.get("transfer-encoding", "").lower() == "chunked"
    if self.chunked:
      self.chunk_left = None
    self.will_close = self._check_close()
    self.length = None
    given = self.headers.get("content-length")
    if given and not self.chunked:
      try:
        length = int(given)
      except ValueError:
        length = -1
      self.length = length if length >= 0 else None
    if self.status in (204, 304) or self.status < 200 or self._method == "HEAD":
      self.length = 0
    if not self.chunked and self.length is None:
      self.will_close = True

  def _check_close(self):
    connection = self.headers.get("connection", "").lower()
    if self.version == 11:
      return "close" in connection
    return not (self.headers.get("keep-alive") or "keep-alive" in connection or
                "keep-alive" in self.headers.get("proxy-connection", "").lower())

  def _close_conn(self):
    file, self.fp = self.fp, None
    file.close()

  def close(self):
    try:
      super().close()
    finally:
      if self.fp:
        self._close_conn()

  def flush(self):
    super().flush()
    if self.fp and not self.fp.closed:  # A collection may have closed the file first.
      self.fp.flush()

  def readable(self):
    return True

  def isclosed(self):
    """Whether the whole body has been read or the response been closed."""
    return self.fp is None

  def _has_no_body(self):
    return self.fp is None or self._method == "HEAD"

  def read(self, amt=None):
    """The body, or at most `amt` bytes of it."""
    if self._has_no_body():
      if self.fp is not None:
        self._close_conn()
      return b""
    if self.chunked:
      return self._read_chunked(amt)
    if amt is not None:
      return self._account(self.fp.read(amt if self.length is None else min(amt, self.length)), amt)
    if self.length is None:
      data = self.fp.read()
    else:
      try:
        data = self._safe_read(self.length)
      except IncompleteRead:
        self._close_conn()
        raise
      self.length = 0
    self._close_conn()
    return data

  def _account(self, data, wanted, closes=True):
    """Note that the data were read; nothing where something was wanted is the end."""
    if not data and wanted:
      self._close_conn()
    elif self.length is not None:
      self.length -= len(data)
      if closes and not self.length:
        self._close_conn()
    return data

  def readinto(self, b):
    """Read into a buffer; returns how many bytes."""
    if self._has_no_body():
      if self.fp is not None:
        self._close_conn()
      return 0
    if self.chunked:
      return self._readinto_chunked(b)
    if self.length is not None and len(b) > self.length:
      b = memoryview(b)[:self.length]
    count = self.fp.readinto(b)
    if not count and b:
      self._close_conn()
    elif self.length is not None:
      self.length -= count
      if not self.length:
        self._close_conn()
    return count

  def _read_next_chunk_size(self):
    line = _read_line(self.fp, "chunk size").partition(b";")[0]
    try:
      return int(line, 16)
    except ValueError:
      self._close_conn()  # Where the next chunk begins is lost.
      raise

  def _read_and_discard_trailer(self):
    while _read_line(self.fp, "trailer line") not in (b"\r\n", b"\n", b""):
      pass

  def _get_chunk_left(self):
    """The bytes left of this chunk or the next one, None after the last."""
    left = self.chunk_left
    if left:
      return left
    if left is not None:
      self._safe_read(2)  # The end of the line after a chunk.
    try:
      left = self._read_next_chunk_size()
    except ValueError:
      raise IncompleteRead(b"")
    if left == 0:
      self._read_and_discard_trailer()
      self._close_conn()
      left = None
    self.chunk_left = left
    return left

  def _read_chunked(self, amt=None):
    pieces = []
    try:
      while (left := self._get_chunk_left()) is not None:
        if amt is not None and amt <= left:
          pieces.append(self._safe_read(amt))
          self.chunk_left = left - amt
          break
        pieces.append(self._safe_read(left))
        if amt is not None:
          amt -= left
        self.chunk_left = 0
      return b"".join(pieces)
    except IncompleteRead as error:
      raise IncompleteRead(b"".join(pieces)) from error

  def _readinto_chunked(self, b):
    count = 0
    view = memoryview(b)
    try:
      while (left := self._get_chunk_left()) is not None:
        if len(view) <= left:
          read = self._safe_readinto(view)
          self.chunk_left = left - read
          return count + read
        read = self._safe_readinto(view[:left])
        view = view[read:]
        count += read
        self.chunk_left = 0
      return count
    except IncompleteRead:
      raise IncompleteRead(bytes(b[:count]))

  def _safe_read(self, amt):
    """Exactly so many bytes."""
    data = self.fp.read(amt)
    if len(data) < amt:
      raise IncompleteRead(data, amt - len(data))
    return data

  def _safe_readinto(self, b):
    count = self.fp.readinto(b)
    if count < len(b):
      raise IncompleteRead(bytes(b[:count]), len(b) - count)
    return count

  def read1(self, n=-1):
    """What one call of the system gives."""
    if self._has_no_body():
      return b""
    if self.chunked:
      left = self._get_chunk_left()
      if left is None or n == 0:
        return b""
      data = self.fp.read1(n if 0 <= n <= left else left)
      self.chunk_left -= len(data)
      if not data:
        raise IncompleteRead(b"")
      return data
    if self.length is not None and (n < 0 or n > self.length):
      n = self.length
    return self._account(self.fp.read1(n), n, closes=False)

  def peek(self, n=-1):
    """What is there to read, without reading it."""
    if self._has_no_body():
      return b""
    if not self.chunked:
      return self.fp.peek(n)
    try:
      left = self._get_chunk_left()
    except IncompleteRead:
      return b""
    return b"" if left is None else self.fp.peek(left)[:left]

  def readline(self, limit=-1):
    if self._has_no_body():
      return b""
    if self.chunked:
      return super().readline(limit)
    if self.length is not None and (limit < 0 or limit > self.length):
      limit = self.length
    return self._account(self.fp.readline(limit), limit, closes=False)

  def fileno(self):
    return self.fp.fileno()

  def getheader(self, name, default=None):
    """The values of a header, with commas between them."""
    if self.headers is None:
      raise ResponseNotReady()
    values = self.headers.get_all(name) or default
    return values if isinstance(values, str) or not hasattr(values, "__iter__") else ", ".join(values)

  def getheaders(self):
    """(name, value) of all headers."""
    if self.headers is None:
      raise ResponseNotReady()
    return list(self.headers.items())

  def __iter__(self):
    return self

  def info(self):
    """The headers."""
    return self.headers

  def geturl(self):
    """The URL, after redirections, when urllib.request opened it."""
    return self.url

  def getcode(self):
    """The status."""
    return self.status


def _encode(data, name="data"):
  try:
    return data.encode("latin-1")
  except UnicodeEncodeError as error:
    raise UnicodeEncodeError(error.encoding, error.object, error.start, error.end,
                             f"{name.title()} ({data[error.start:error.end]!r:.20}) is not valid Latin-1. Use {name}.encode('utf-8') "
                             "if you want to send it encoded in UTF-8.") from None


def _without_zone(host):
  """An IPv6 address in brackets without the zone after '%'."""
  address, percent, _ = host.partition(b"%")
  return address + b"]" if percent else address


def _ascii_host(host):
  try:
    return host.encode("ascii")
  except UnicodeEncodeError:
    return host.encode("idna")


class HTTPConnection:
  """A connection to a server, made with the first request."""

  _http_vsn = 11
  _http_vsn_str = "HTTP/1.1"
  response_class = HTTPResponse
  default_port = HTTP_PORT
  auto_open = 1
  debuglevel = 0

  def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
    self.timeout = timeout
    self.source_address = source_address
    self.blocksize = blocksize
    self.sock = None
    self._buffer = []
    self.__response = None
    self.__state = _CS_IDLE
    self._method = None
    self._tunnel_host = None
    self._tunnel_port = None
    self._tunnel_headers = {}
    self.host, self.port = self._get_hostport(host, port)
    self._validate_host(self.host)
    self._create_connection = socket.create_connection

  @staticmethod
  def _is_textIO(stream):
    return isinstance(stream, io.TextIOBase)

  @staticmethod
  def _get_content_length(body, method):
    """The length of the body, None where it can't be told."""
    if body is None:
      return 0 if method.upper() in _METHODS_WITH_BODY else None
    if hasattr(body, "read"):
      return None
    try:
      return memoryview(body).nbytes
    except TypeError:
      return len(body) if isinstance(body, str) else None

  def set_tunnel(self, host, port=None, headers=None):
    """Ask the server, which is a proxy, for a connection to another one."""
    if self.sock:
      raise RuntimeError("Can't set up tunnel for established connection")
    self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
    if headers:
      self._tunnel_headers = headers
    else:
      self._tunnel_headers.clear()

  def _get_hostport(self, host, port):
    if port is None:
      port = self.default_port
      colon = host.rfind(":")
      if colon > host.rfind("]"):  # An IPv6 address stands in brackets.
        digits = host[colon + 1:]
        try:
          port = int(digits)
        except ValueError:
          if digits:
            raise InvalidURL(f"nonnumeric port: '{digits}'")
        host = host[:colon]
      if host[:1] == "[" and host[-1:] == "]":
        host = host[1:-1]
    return host, port

  def set_debuglevel(self, level):
    """Print what is sent and received when the level is positive."""
    self.debuglevel = level

  def _tunnel(self):
    lines = [f"CONNECT {self._tunnel_host}:{self._tunnel_port} HTTP/1.0\r\n".encode("ascii")]
    lines += [f"{name}: {value}\r\n".encode("latin-1") for name, value in self._tunnel_headers.items()]
    self.send(b"".join(lines) + b"\r\n")
    response = self.response_class(self.sock, method=self._method)
    try:
      _, code, message = response._read_status()
      if code != 200:
        self.close()
        raise OSError(f"Tunnel connection failed: {code} {message.strip()}")
      while (line := _read_line(response.fp, "header line")) not in (b"\r\n", b"\n", b""):
        if self.debuglevel > 0:
          print("header:", line.decode())
    finally:
      response.close()

  def connect(self):
    """Connect to the server."""
    self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
    try:
      self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError as error:
      if error.errno != errno.ENOPROTOOPT:
        raise
    if self._tunnel_host:
      self._tunnel()

  def close(self):
    """Close the connection; another request opens a new one."""
    self.__state = _CS_IDLE
    try:
      sock, self.sock = self.sock, None
      if sock:
        sock.close()
    finally:
      response, self.__response = self.__response, None
      if response:
        response.close()

  def send(self, data):
    """Send bytes, the content of a file, or the bytes of an iterable."""
    if self.sock is None:
      if not self.auto_open:
        raise NotConnected()
      self.connect()
    if self.debuglevel > 0:
      print("send:", repr(data))
    if hasattr(data, "read"):
      for block in self._blocks_of(data, "sending a readable"):
        self.sock.sendall(block)
      return
    try:
      self.sock.sendall(data)
    except TypeError:
      from collections.abc import Iterable
      if not isinstance(data, Iterable):
        raise TypeError(f"data should be a bytes-like object or an iterable, got {type(data)!r}")
      for piece in data:
        self.sock.sendall(piece)

  def _blocks_of(self, file, note):
    if self.debuglevel > 0:
      print(note)
    encode = self._is_textIO(file)
    if encode and self.debuglevel > 0:
      print("encoding file using iso-8859-1")
    while block := file.read(self.blocksize):
      yield block.encode("iso-8859-1") if encode else block

  def _output(self, s):
    """Add a line to the request."""
    self._buffer.append(s)

  def _pieces_of(self, body):
    """An iterable of the pieces of a body."""
    if hasattr(body, "read"):
      return self._blocks_of(body, "reading a readable")
    try:
      memoryview(body)
      return (body,)
    except TypeError:
      pass
    try:
      return iter(body)
    except TypeError:
      raise TypeError(f"message_body should be a bytes-like object or an iterable, got {type(body)!r}")

  def _send_output(self, message_body=None, encode_chunked=False):
    """Send the lines and the body."""
    self._buffer.extend((b"", b""))
    head = b"\r\n".join(self._buffer)
    self._buffer.clear()
    self.send(head)
    if message_body is None:
      return
    chunked = encode_chunked and self._http_vsn == 11
    for piece in self._pieces_of(message_body):
      if not piece:
        if self.debuglevel > 0:
          print("Zero length chunk ignored")
        continue
      self.send(f"{len(piece):X}\r\n".encode("ascii") + piece + b"\r\n" if chunked else piece)
    if chunked:
      self.send(b"0\r\n\r\n")

  def _forget_finished_response(self):
    if self.__response and self.__response.isclosed():
      self.__response = None

  def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
    """Begin a request: its first line, and the headers Host and Accept-Encoding unless they are skipped."""
    self._forget_finished_response()
    if self.__state != _CS_IDLE:
      raise CannotSendRequest(self.__state)
    self.__state = _CS_REQ_STARTED
    self._validate_method(method)
    self._method = method
    url = url or "/"
    self._validate_path(url)
    self._output(self._encode_request(f"{method} {url} {self._http_vsn_str}"))
    if self._http_vsn != 11:
      return
    if not skip_host:
      self.putheader("Host", self._host_header(url))
    if not skip_accept_encoding:
      self.putheader("Accept-Encoding", "identity")

  def _host_header(self, url):
    netloc = ""
    if url.startswith("http"):
      from urllib.parse import urlsplit
      netloc = urlsplit(url)[1]
    if netloc:
      return _without_zone(_ascii_host(netloc))
    host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
    encoded = _ascii_host(host)
    if ":" in host:
      encoded = _without_zone(b"[" + encoded + b"]")
    return encoded if port == self.default_port else f"{encoded.decode('ascii')}:{port}"

  def _encode_request(self, request):
    return request.encode("ascii")

  def _validate_method(self, method):
    found = _ILLEGAL_IN_METHOD.search(method)
    if found:
      raise ValueError(f"method can't contain control characters. {method!r} (found at least {found.group()!r})")

  def _validate_path(self, url):
    found = _ILLEGAL_IN_URL.search(url)
    if found:
      raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {found.group()!r})")

  def _validate_host(self, host):
    self._validate_path(host)

  def putheader(self, header, *values):
    """Add a header to the request; several values become lines of one."""
    if self.__state != _CS_REQ_STARTED:
      raise CannotSendHeader()
    if hasattr(header, "encode"):
      header = header.encode("ascii")
    if not _LEGAL_NAME.fullmatch(header):
      raise ValueError(f"Invalid header name {header!r}")
    encoded = []
    for value in values:
      if hasattr(value, "encode"):
        value = value.encode("latin-1")
      elif isinstance(value, int):
        value = str(value).encode("ascii")
      if _ILLEGAL_VALUE.search(value):
        raise ValueError(f"Invalid header value {value!r}")
      encoded.append(value)
    self._output(header + b": " + b"\r\n\t".join(encoded))

  def endheaders(self, message_body=None, *, encode_chunked=False):
    """Send the request, with a body if there is one."""
    if self.__state != _CS_REQ_STARTED:
      raise CannotSendHeader()
    self.__state = _CS_REQ_SENT
    self._send_output(message_body, encode_chunked=encode_chunked)

  def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
    """Send a whole request. The body may be text (as Latin-1), bytes, an open file or an iterable of bytes."""
    self._send_request(method, url, body, headers, encode_chunked)

  def _send_request(self, method, url, body, headers, encode_chunked):
    names = frozenset(name.lower() for name in headers)
    skips = {}
    if "host" in names:
      skips["skip_host"] = 1
    if "accept-encoding" in names:
      skips["skip_accept_encoding"] = 1
    self.putrequest(method, url, **skips)
    if "content-length" in names:
      encode_chunked = False
    elif "transfer-encoding" not in names:
      encode_chunked = self._tell_length(body, method)
    for name, value in headers.items():
      self.putheader(name, value)
    if isinstance(body, str):
      body = _encode(body, "body")
    self.endheaders(body, encode_chunked=encode_chunked)

  def _tell_length(self, body, method):
    """The header with the length of the body, or the one of a body in chunks; whether it is the second."""
    length = self._get_content_length(body, method)
    if length is not None:
      self.putheader("Content-Length", str(length))
      return False
    if body is None:
      return False
    if self.debuglevel > 0:
      print(f"Unable to determine size of {body!r}")
    self.putheader("Transfer-Encoding", "chunked")
    return True

  def getresponse(self):
    """The response to the request."""
    self._forget_finished_response()
    if self.__state != _CS_REQ_SENT or self.__response:
      raise ResponseNotReady(self.__state)
    options = (self.debuglevel,) if self.debuglevel > 0 else ()
    response = self.response_class(self.sock, *options, method=self._method)
    try:
      try:
        response.begin()
      except ConnectionError:
        self.close()
        raise
      self.__state = _CS_IDLE
      if response.will_close:
        self.close()  # The response keeps the socket.
      else:
        self.__response = response
      return response
    except:
      response.close()
      raise


class HTTPSConnection(HTTPConnection):
  """A connection with TLS."""

  default_port = HTTPS_PORT

  def __init__(self, host, port=None, key_file=None, cert_file=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
               context=None, check_hostname=None, blocksize=8192):
    import ssl
    super().__init__(host, port, timeout, source_address, blocksize=blocksize)
    if key_file is not None or cert_file is not None or check_hostname is not None:
      import warnings
      warnings.warn("key_file, cert_file and check_hostname are deprecated, use a custom context instead.", DeprecationWarning, 2)
    self.key_file = key_file
    self.cert_file = cert_file
    if context is None:
      context = ssl._create_default_https_context()
      if self._http_vsn == 11:
        context.set_alpn_protocols(["http/1.1"])
      if context.post_handshake_auth is not None:
        context.post_handshake_auth = True
    if check_hostname is None:
      check_hostname = context.check_hostname
    if check_hostname and context.verify_mode == ssl.CERT_NONE:
      raise ValueError("check_hostname needs a SSL context with either CERT_OPTIONAL or CERT_REQUIRED")
    if key_file or cert_file:
      context.load_cert_chain(cert_file, key_file)
      if context.post_handshake_auth is not None:
        context.post_handshake_auth = True
    self._context = context
    if check_hostname is not None:
      context.check_hostname = check_hostname

  def connect(self):
    super().connect()
    self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
