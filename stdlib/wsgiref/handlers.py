"""The server's side of WSGI for one request: a handler's run() calls the application and sends what it answers.

    CGIHandler().run(application)
"""
import os
import sys
import time

from .headers import Headers
from .util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ["BaseHandler", "SimpleHandler", "BaseCGIHandler", "CGIHandler", "IISCGIHandler", "read_environ"]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_OF_REQUESTS = frozenset(("SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "REQUEST_METHOD", "AUTH_TYPE", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTPS",
                          "REMOTE_USER", "REMOTE_IDENT"))


def format_date_time(timestamp):
  """A time as headers of HTTP have it."""
  at = time.gmtime(timestamp)
  return (f"{_DAYS[at.tm_wday]}, {at.tm_mday:02} {_MONTHS[at.tm_mon - 1]} {at.tm_year:4} "
          f"{at.tm_hour:02}:{at.tm_min:02}:{at.tm_sec:02} GMT")


def _needs_transcode(name):
  while name.startswith("REDIRECT_"):
    name = name[9:]
  return name in _OF_REQUESTS or name.startswith(("HTTP_", "SSL_"))


def read_environ():
  """The environment, with the variables of a request as WSGI wants them: each character is a byte."""
  encoding = sys.getfilesystemencoding()
  return {name: value.encode(encoding, "surrogateescape").decode("iso-8859-1") if _needs_transcode(name) else value
          for name, value in os.environ.items()}


class BaseHandler:
  """A request and its response. Subclasses say where they come from and go to: _write(), _flush(), get_stdin(), get_stderr(), add_cgi_vars()."""

  # Settings, for subclasses and instances to change.
  wsgi_version = (1, 0)
  wsgi_multithread = True
  wsgi_multiprocess = True
  wsgi_run_once = False
  origin_server = True  # Sends to the client itself, not to a server in front of it.
  http_version = "1.0"
  server_software = None
  os_environ = read_environ()
  wsgi_file_wrapper = FileWrapper
  headers_class = Headers
  traceback_limit = None
  error_status = "500 Internal Server Error"
  error_headers = [("Content-Type", "text/plain")]
  error_body = b"A server error occurred.  Please contact the administrator."

  # The state of the request.
  status = result = None
  headers_sent = False
  headers = None
  bytes_sent = 0

  def run(self, application):
    """Call the application and send its response."""
    try:
      self.setup_environ()
      self.result = application(self.environ, self.start_response)
      self.finish_response()
    except (ConnectionAbortedError, BrokenPipeError, ConnectionResetError):
      # The client has gone: nothing is left to be done, and nobody to be told.
      return
    except:
      try:
        self.handle_error()
      except:
        self.close()
        raise

  def setup_environ(self):
    """Make the environment of the request."""
    environ = self.environ = self.os_environ.copy()
    self.add_cgi_vars()
    environ["wsgi.input"] = self.get_stdin()
    environ["wsgi.errors"] = self.get_stderr()
    environ["wsgi.version"] = self.wsgi_version
    environ["wsgi.run_once"] = self.wsgi_run_once
    environ["wsgi.url_scheme"] = self.get_scheme()
    environ["wsgi.multithread"] = self.wsgi_multithread
    environ["wsgi.multiprocess"] = self.wsgi_multiprocess
    if self.wsgi_file_wrapper is not None:
      environ["wsgi.file_wrapper"] = self.wsgi_file_wrapper
    if self.origin_server and self.server_software:
      environ.setdefault("SERVER_SOFTWARE", self.server_software)

  def finish_response(self):
    """Send what the application returned, then close it and this handler."""
    try:
      if not (self.result_is_file() and self.sendfile()):
        for block in self.result:
          self.write(block)
        self.finish_content()
    except:
      # close() of the handler would forget the status and the headers, which the report of the error may still send.
      if hasattr(self.result, "close"):
        self.result.close()
      raise
    self.close()

  def get_scheme(self):
    """The scheme of the request's URL."""
    return guess_scheme(self.environ)

  def set_content_length(self):
    """Add a Content-Length when the first block is known to be the whole response."""
    try:
      blocks = len(self.result)
    except (TypeError, AttributeError, NotImplementedError):
      return
    if blocks == 1:
      self.headers["Content-Length"] = str(self.bytes_sent)

  def cleanup_headers(self):
    """Complete the headers before they are sent."""
    if "Content-Length" not in self.headers:
      self.set_content_length()

  def start_response(self, status, headers, exc_info=None):
    """What applications call with status and headers; with exc_info they replace those of before, as long as nothing is sent."""
    if exc_info:
      try:
        if self.headers_sent:
          raise
      finally:
        exc_info = None
    elif self.headers is not None:
      raise AssertionError("Headers already set!")
    self.status = status
    self.headers = self.headers_class(headers)
    status = self._convert_string_type(status, "Status")
    assert len(status) >= 4, "Status must be at least 4 characters"
    assert status[:3].isdigit(), "Status message must begin w/3-digit code"
    assert status[3] == " ", "Status message must have a space after code"
    if __debug__:
      for name, value in headers:
        name = self._convert_string_type(name, "Header name")
        value = self._convert_string_type(value, "Header value")
        assert not is_hop_by_hop(name), f"Hop-by-hop header, '{name}: {value}', not allowed"
    return self.write

  def _convert_string_type(self, value, title):
    if type(value) is not str:
      raise AssertionError(f"{title} must be of type str (got {value!r})")
    return value

  def _write_line(self, line):
    self._write((line + "\r\n").encode("iso-8859-1"))

  def send_preamble(self):
    """Send the line of the status, and the headers that servers add."""
    if not self.origin_server:
      self._write_line(f"Status: {self.status}")
    elif self.client_is_modern():
      self._write_line(f"HTTP/{self.http_version} {self.status}")
      if "Date" not in self.headers:
        self._write_line(f"Date: {format_date_time(time.time())}")
      if self.server_software and "Server" not in self.headers:
        self._write_line(f"Server: {self.server_software}")

  def write(self, data):
    """Send a block; before the first one, the headers."""
    assert type(data) is bytes, "write() argument must be a bytes instance"
    if not self.status:
      raise AssertionError("write() before start_response()")
    # The headers may tell the length, so the first block counts before they are sent.
    self.bytes_sent = self.bytes_sent + len(data) if self.headers_sent else len(data)
    if not self.headers_sent:
      self.send_headers()
    self._write(data)
    self._flush()

  def sendfile(self):
    """Send the file that the application returned in a way of the system's, and return True; False where there is none. For subclasses."""
    return False

  def finish_content(self):
    """Send the headers of a response without content."""
    if not self.headers_sent:
      # An application's own Content-Length stays: the response to HEAD has the length of what GET would give.
      self.headers.setdefault("Content-Length", "0")
      self.send_headers()

  def close(self):
    """Close what the application returned, and forget the request."""
    try:
      if hasattr(self.result, "close"):
        self.result.close()
    finally:
      self.result = self.headers = self.status = self.environ = None
      self.bytes_sent = 0
      self.headers_sent = False

  def send_headers(self):
    """Send status and headers."""
    self.cleanup_headers()
    self.headers_sent = True
    if not self.origin_server or self.client_is_modern():
      self.send_preamble()
      self._write(bytes(self.headers))

  def result_is_file(self):
    """Whether the application returned a file by wsgi.file_wrapper."""
    wrapper = self.wsgi_file_wrapper
    return wrapper is not None and isinstance(self.result, wrapper)

  def client_is_modern(self):
    """Whether the client knows status and headers, which came with HTTP/1.0."""
    return self.environ["SERVER_PROTOCOL"].upper() != "HTTP/0.9"

  def log_exception(self, exc_info):
    """Report an exception to get_stderr()."""
    try:
      from traceback import print_exception
      stderr = self.get_stderr()
      print_exception(*exc_info[:3], self.traceback_limit, stderr)
      stderr.flush()
    finally:
      exc_info = None

  def handle_error(self):
    """Report the current exception, and tell the client when nothing is sent yet."""
    self.log_exception(sys.exc_info())
    if not self.headers_sent:
      self.result = self.error_output(self.environ, self.start_response)
      self.finish_response()

  def error_output(self, environ, start_response):
    """The application that tells clients of errors: without what happened, which is not theirs to know."""
    start_response(self.error_status, self.error_headers[:], sys.exc_info())
    return [self.error_body]

  def _write(self, data):
    """Take a block for the client."""
    raise NotImplementedError

  def _flush(self):
    """Send the blocks that were taken."""
    raise NotImplementedError

  def get_stdin(self):
    """The body of the request."""
    raise NotImplementedError

  def get_stderr(self):
    """The file for reports of errors."""
    raise NotImplementedError

  def add_cgi_vars(self):
    """Add the variables of the request to the environment."""
    raise NotImplementedError


class SimpleHandler(BaseHandler):
  """A handler with files and an environment that it is given."""

  def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
    self.stdin = stdin
    self.stdout = stdout
    self.stderr = stderr
    self.base_env = environ
    self.wsgi_multithread = multithread
    self.wsgi_multiprocess = multiprocess

  def get_stdin(self):
    return self.stdin

  def get_stderr(self):
    return self.stderr

  def add_cgi_vars(self):
    self.environ.update(self.base_env)

  def _write(self, data):
    written = self.stdout.write(data)
    if written is None or written == len(data):
      return
    from warnings import warn
    warn("SimpleHandler.stdout.write() should not do partial writes", DeprecationWarning)
    while data := data[written:]:
      written = self.stdout.write(data)

  def _flush(self):
    self.stdout.flush()
    self._flush = self.stdout.flush


class BaseCGIHandler(SimpleHandler):
  """A handler behind a server that takes CGI's form of responses from files."""

  origin_server = False


class CGIHandler(BaseCGIHandler):
  """A handler for a CGI program: standard files and the process's environment."""

  wsgi_run_once = True
  os_environ = {}

  def __init__(self):
    super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, read_environ(), multithread=False, multiprocess=True)


class IISCGIHandler(BaseCGIHandler):
  """A handler for a CGI program below IIS, whose PATH_INFO begins with the SCRIPT_NAME."""

  wsgi_run_once = True
  os_environ = {}

  def __init__(self):
    environ = read_environ()
    path = environ.get("PATH_INFO", "")
    script = environ.get("SCRIPT_NAME", "")
    if (path + "/").startswith(script + "/"):
      environ["PATH_INFO"] = path[len(script):]
    super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, environ, multithread=False, multiprocess=True)
