"""A simple HTTP server: handlers have methods do_GET, do_POST and so on. `coil -m http.server` shows a folder.

    class Hello(BaseHTTPRequestHandler):
      def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Hello")

    HTTPServer(("localhost", 8000), Hello).serve_forever()
"""

import io
import os
import posixpath
import socket
import socketserver
import sys
import time

import http

__version__ = "0.6"

__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler"]

DEFAULT_ERROR_MESSAGE = """\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""

DEFAULT_ERROR_CONTENT_TYPE = "text/html;charset=utf-8"

_MAXLINE = 65536
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class HTTPServer(socketserver.TCPServer):
  """A server that handles one request at a time."""

  allow_reuse_address = 1

  def server_bind(self):
    """Bind, and remember name and port."""
    super().server_bind()
    host, port = self.server_address[:2]
    self.server_name = socket.getfqdn(host)
    self.server_port = port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
  """A server with a thread for each connection."""

  daemon_threads = True


def __getattr__(name):
  # What only a handler of requests needs.
  if name == "HTTPStatus":
    return http.HTTPStatus
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _message_class():
  from http.client import HTTPMessage
  return HTTPMessage


def _responses():
  return {status: (status.phrase, status.description) for status in http.HTTPStatus.__members__.values()}


def _version_numbers(version):
  """(1, 1) of "HTTP/1.1"; ValueError for what is no version."""
  if not version.startswith("HTTP/"):
    raise ValueError
  numbers = version.split("/", 1)[1].split(".")
  if len(numbers) != 2 or not all(number.isdigit() and len(number) <= 10 for number in numbers):
    raise ValueError
  return int(numbers[0]), int(numbers[1])


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
  """Reads requests and calls do_METHOD(); it has command, path, headers, rfile and wfile."""

  sys_version = "Python/" + sys.version.split()[0]
  server_version = "BaseHTTP/" + __version__
  error_message_format = DEFAULT_ERROR_MESSAGE
  error_content_type = DEFAULT_ERROR_CONTENT_TYPE
  default_request_version = "HTTP/0.9"
  protocol_version = "HTTP/1.0"
  MessageClass = socketserver._LazyAttribute(_message_class)
  responses = socketserver._LazyAttribute(_responses)
  weekdayname = list(_DAYS)
  monthname = list(_MONTHS)

  def parse_request(self):
    """Understand the first line and the headers; False when an error has been sent instead."""
    self.command = None
    self.request_version = self.default_request_version
    self.close_connection = True
    self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
    words = self.requestline.split()
    if not words:
      return False
    if len(words) >= 3 and not self._take_version(words[-1]):
      return False
    if not 2 <= len(words) <= 3:
      self.send_error(http.HTTPStatus.BAD_REQUEST, f"Bad request syntax ({self.requestline!r})")
      return False
    command, path = words[:2]
    if len(words) == 2:
      self.close_connection = True
      if command != "GET":
        self.send_error(http.HTTPStatus.BAD_REQUEST, f"Bad HTTP/0.9 request type ({command!r})")
        return False
    # Browsers take what begins with two slashes for another host.
    self.command, self.path = command, "/" + path.lstrip("/") if path.startswith("//") else path
    return self._read_headers()

  def _take_version(self, version):
    try:
      numbers = _version_numbers(version)
    except ValueError:
      self.send_error(http.HTTPStatus.BAD_REQUEST, f"Bad request version ({version!r})")
      return False
    if numbers >= (1, 1) and self.protocol_version >= "HTTP/1.1":
      self.close_connection = False
    if numbers >= (2, 0):
      self.send_error(http.HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, f"Invalid HTTP version ({version.split('/', 1)[1]})")
      return False
    self.request_version = version
    return True

  def _read_headers(self):
    import http.client
    try:
      self.headers = http.client.parse_headers(self.rfile, _class=self.MessageClass)
    except http.client.LineTooLong as error:
      self.send_error(http.HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Line too long", str(error))
      return False
    except http.client.HTTPException as error:
      self.send_error(http.HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Too many headers", str(error))
      return False
    connection = self.headers.get("Connection", "").lower()
    if connection == "close":
      self.close_connection = True
    elif connection == "keep-alive" and self.protocol_version >= "HTTP/1.1":
      self.close_connection = False
    if (self.headers.get("Expect", "").lower() == "100-continue" and self.protocol_version >= "HTTP/1.1" and
        self.request_version >= "HTTP/1.1"):
      return self.handle_expect_100()
    return True

  def handle_expect_100(self):
    """Tell the client to go on with the body; False when an error has been sent instead."""
    self.send_response_only(http.HTTPStatus.CONTINUE)
    self.end_headers()
    return True

  def handle_one_request(self):
    """Read a request and call the method for it."""
    try:
      self.raw_requestline = self.rfile.readline(_MAXLINE + 1)
      if len(self.raw_requestline) > _MAXLINE:
        self.requestline = self.request_version = self.command = ""
        self.send_error(http.HTTPStatus.REQUEST_URI_TOO_LONG)
        return
      if not self.raw_requestline:
        self.close_connection = True
        return
      if not self.parse_request():
        return
      method = getattr(self, "do_" + self.command, None)
      if method is None:
        self.send_error(http.HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")
        return
      method()
      self.wfile.flush()
    except TimeoutError as error:
      self.log_error("Request timed out: %r", error)
      self.close_connection = True

  def handle(self):
    """Handle requests until the connection is to be closed."""
    self.close_connection = True
    self.handle_one_request()
    while not self.close_connection:
      self.handle_one_request()

  def send_error(self, code, message=None, explain=None):
    """Send a page that tells an error, and log it."""
    short, long = self.responses.get(code, ("???", "???"))
    message = short if message is None else message
    explain = long if explain is None else explain
    self.log_error("code %d, message %s", code, message)
    self.send_response(code, message)
    self.send_header("Connection", "close")
    body = None
    if code >= 200 and code not in (http.HTTPStatus.NO_CONTENT, http.HTTPStatus.RESET_CONTENT, http.HTTPStatus.NOT_MODIFIED):
      import html
      page = self.error_message_format % {"code": code, "message": html.escape(message, quote=False),
                                          "explain": html.escape(explain, quote=False)}
      body = page.encode("UTF-8", "replace")
      self.send_header("Content-Type", self.error_content_type)
      self.send_header("Content-Length", str(len(body)))
    self.end_headers()
    if self.command != "HEAD" and body:
      self.wfile.write(body)

  def send_response(self, code, message=None):
    """Log the request; begin a response with the headers Server and Date."""
    self.log_request(code)
    self.send_response_only(code, message)
    self.send_header("Server", self.version_string())
    self.send_header("Date", self.date_time_string())

  def _add_line(self, text):
    if not hasattr(self, "_headers_buffer"):
      self._headers_buffer = []
    self._headers_buffer.append(text.encode("latin-1", "strict"))

  def send_response_only(self, code, message=None):
    """Begin a response."""
    if self.request_version != "HTTP/0.9":
      if message is None:
        message = self.responses[code][0] if code in self.responses else ""
      self._add_line("%s %d %s\r\n" % (self.protocol_version, code, message))

  def send_header(self, keyword, value):
    """Add a header to the response."""
    if self.request_version != "HTTP/0.9":
      self._add_line(f"{keyword}: {value}\r\n")
    if keyword.lower() == "connection":
      if value.lower() == "close":
        self.close_connection = True
      elif value.lower() == "keep-alive":
        self.close_connection = False

  def end_headers(self):
    """End the headers and send them."""
    if self.request_version != "HTTP/0.9":
      self._headers_buffer.append(b"\r\n")
      self.flush_headers()

  def flush_headers(self):
    """Send what there is of the headers."""
    if hasattr(self, "_headers_buffer"):
      self.wfile.write(b"".join(self._headers_buffer))
      self._headers_buffer = []

  def log_request(self, code="-", size="-"):
    """Log a request with its status."""
    if isinstance(code, http.HTTPStatus):
      code = code.value
    self.log_message('"%s" %s %s', self.requestline, str(code), str(size))

  def log_error(self, format, *args):
    """Log an error."""
    self.log_message(format, *args)

  # Clients must not be able to send control sequences to the terminal.
  _control_char_table = str.maketrans({code: rf"\x{code:02x}" for code in (*range(0x20), *range(0x7f, 0xa0))} | {ord("\\"): r"\\"})

  def log_message(self, format, *args):
    """Write a line with client and time to stderr."""
    message = (format % args).translate(self._control_char_table)
    sys.stderr.write(f"{self.address_string()} - - [{self.log_date_time_string()}] {message}\n")

  def version_string(self):
    """What the header Server tells."""
    return self.server_version + " " + self.sys_version

  def date_time_string(self, timestamp=None):
    """A moment (now) as headers have it."""
    from email.utils import formatdate
    return formatdate(time.time() if timestamp is None else timestamp, usegmt=True)

  def log_date_time_string(self):
    """Now, as logs have it."""
    year, month, day, hour, minute, second = time.localtime(time.time())[:6]
    return f"{day:02d}/{self.monthname[month]:>3}/{year:04d} {hour:02d}:{minute:02d}:{second:02d}"

  def address_string(self):
    """The client's address."""
    return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
  """Shows the files of a folder."""

  server_version = "SimpleHTTP/" + __version__
  extensions_map = _encodings_map_default = {".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2",
                                             ".xz": "application/x-xz"}

  def __init__(self, *args, directory=None, **kwargs):
    self.directory = os.fspath(os.getcwd() if directory is None else directory)
    super().__init__(*args, **kwargs)

  def do_GET(self):
    file = self.send_head()
    if file:
      try:
        self.copyfile(file, self.wfile)
      finally:
        file.close()

  def do_HEAD(self):
    file = self.send_head()
    if file:
      file.close()

  def send_head(self):
    """Send the headers of a file or a folder; returns what is to follow as a file, or None."""
    path = self.translate_path(self.path)
    if os.path.isdir(path):
      if self._moved_to_folder():
        return None
      for name in ("index.html", "index.htm"):
        if os.path.isfile(os.path.join(path, name)):
          path = os.path.join(path, name)
          break
      else:
        return self.list_directory(path)
    kind = self.guess_type(path)
    # What ends with a slash is no file, though some systems open it.
    if not path.endswith("/"):
      try:
        file = open(path, "rb")
      except OSError:
        pass
      else:
        return self._send_file_head(file, kind)
    self.send_error(http.HTTPStatus.NOT_FOUND, "File not found")
    return None

  def _moved_to_folder(self):
    """A folder's address ends with a slash, else its links would be wrong: whether the client has been sent there."""
    from urllib.parse import urlsplit, urlunsplit
    parts = urlsplit(self.path)
    if parts.path.endswith("/"):
      return False
    self.send_response(http.HTTPStatus.MOVED_PERMANENTLY)
    self.send_header("Location", urlunsplit(parts._replace(path=parts.path + "/")))
    self.send_header("Content-Length", "0")
    self.end_headers()
    return True

  def _send_file_head(self, file, kind):
    try:
      status = os.fstat(file.fileno())
      if self._is_unchanged(status.st_mtime):
        self.send_response(http.HTTPStatus.NOT_MODIFIED)
        self.end_headers()
        file.close()
        return None
      self.send_response(http.HTTPStatus.OK)
      self.send_header("Content-type", kind)
      self.send_header("Content-Length", str(status.st_size))
      self.send_header("Last-Modified", self.date_time_string(status.st_mtime))
      self.end_headers()
      return file
    except:
      file.close()
      raise

  def _is_unchanged(self, modified):
    """Whether the client has the file already, as If-Modified-Since tells."""
    if "If-Modified-Since" not in self.headers or "If-None-Match" in self.headers:
      return False
    import datetime
    from email.utils import parsedate_to_datetime
    try:
      since = parsedate_to_datetime(self.headers["If-Modified-Since"])
    except (TypeError, IndexError, OverflowError, ValueError):
      return False
    if since.tzinfo is None:
      since = since.replace(tzinfo=datetime.timezone.utc)
    if since.tzinfo is not datetime.timezone.utc:
      return False
    return datetime.datetime.fromtimestamp(modified, datetime.timezone.utc).replace(microsecond=0) <= since

  def list_directory(self, path):
    """Send the headers of a page that lists a folder; returns the page as a file, or None."""
    import html
    from urllib.parse import quote
    try:
      names = os.listdir(path)
    except OSError:
      self.send_error(http.HTTPStatus.NOT_FOUND, "No permission to list directory")
      return None
    names.sort(key=str.lower)
    encoding = sys.getfilesystemencoding()
    title = f"Directory listing for {html.escape(self._unquoted(self.path), quote=False)}"
    lines = ["<!DOCTYPE HTML>", '<html lang="en">', "<head>", f'<meta charset="{encoding}">', f"<title>{title}</title>\n</head>",
             f"<body>\n<h1>{title}</h1>", "<hr>\n<ul>"]
    for name in names:
      full = os.path.join(path, name)
      link = name + "/" if os.path.isdir(full) else name
      shown = name + "@" if os.path.islink(full) else link
      lines.append(f'<li><a href="{quote(link, errors="surrogatepass")}">{html.escape(shown, quote=False)}</a></li>')
    lines.append("</ul>\n<hr>\n</body>\n</html>\n")
    page = "\n".join(lines).encode(encoding, "surrogateescape")
    self.send_response(http.HTTPStatus.OK)
    self.send_header("Content-type", f"text/html; charset={encoding}")
    self.send_header("Content-Length", str(len(page)))
    self.end_headers()
    return io.BytesIO(page)

  @staticmethod
  def _unquoted(path):
    from urllib.parse import unquote
    try:
      return unquote(path, errors="surrogatepass")
    except UnicodeDecodeError:
      return unquote(path)

  def translate_path(self, path):
    """The file below the folder that a path of a URL means; parts that would lead out of it do not count."""
    path = path.split("?", 1)[0].split("#", 1)[0]
    slash = "/" if path.rstrip().endswith("/") else ""
    words = [word for word in posixpath.normpath(self._unquoted(path)).split("/") if word and word not in (os.curdir, os.pardir)]
    return os.path.join(self.directory, *words) + slash

  def copyfile(self, source, outputfile):
    """Copy one file to the other."""
    from shutil import copyfileobj
    copyfileobj(source, outputfile)

  def guess_type(self, path):
    """The type of a file by its name."""
    extension = posixpath.splitext(path)[1]
    for candidate in (extension, extension.lower()):
      if candidate in self.extensions_map:
        return self.extensions_map[candidate]
    from mimetypes import guess_type
    return guess_type(path)[0] or "application/octet-stream"


def _get_best_family(*address):
  """Family and address to listen at."""
  family, _, _, _, found = socket.getaddrinfo(*address, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
  return family, found


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=ThreadingHTTPServer, protocol="HTTP/1.0", port=8000, bind=None):
  """Serve until Ctrl-C."""
  ServerClass.address_family, address = _get_best_family(bind, port)
  HandlerClass.protocol_version = protocol
  with ServerClass(address, HandlerClass) as server:
    host, port = server.socket.getsockname()[:2]
    url_host = f"[{host}]" if ":" in host else host
    print(f"Serving HTTP on {host} port {port} (http://{url_host}:{port}/) ...")
    try:
      server.serve_forever()
    except KeyboardInterrupt:
      print("\nKeyboard interrupt received, exiting.")
      sys.exit(0)


def _main():
  import argparse
  import contextlib

  parser = argparse.ArgumentParser()
  parser.add_argument("-b", "--bind", metavar="ADDRESS", help="bind to this address (default: all interfaces)")
  parser.add_argument("-d", "--directory", default=os.getcwd(), help="serve this directory (default: current directory)")
  parser.add_argument("-p", "--protocol", metavar="VERSION", default="HTTP/1.0", help="conform to this HTTP version (default: %(default)s)")
  parser.add_argument("port", default=8000, type=int, nargs="?", help="bind to this port (default: %(default)s)")
  options = parser.parse_args()

  class Server(ThreadingHTTPServer):
    def server_bind(self):
      with contextlib.suppress(Exception):  # A socket of version 4 has no such option.
        self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
      return super().server_bind()

    def finish_request(self, request, client_address):
      self.RequestHandlerClass(request, client_address, self, directory=options.directory)

  test(HandlerClass=SimpleHTTPRequestHandler, ServerClass=Server, port=options.port, bind=options.bind, protocol=options.protocol)


if __name__ == "__main__":
  _main()
