"""A server for WSGI applications that handles one request at a time, for tests and development.

    with make_server("127.0.0.1", 8000, demo_app) as server:
      server.serve_forever()
"""
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, HTTPServer
from platform import python_implementation
from wsgiref.handlers import SimpleHandler

__version__ = "0.2"
__all__ = ["WSGIServer", "WSGIRequestHandler", "demo_app", "make_server"]

server_version = "WSGIServer/" + __version__
sys_version = python_implementation() + "/" + sys.version.split()[0]
software_version = server_version + " " + sys_version

_LONGEST_LINE = 65536


class ServerHandler(SimpleHandler):
  """The WSGI side of a request; its close() logs it."""

  server_software = software_version

  def close(self):
    try:
      self.request_handler.log_request(self.status.split(" ", 1)[0], self.bytes_sent)
    finally:
      super().close()


class WSGIServer(HTTPServer):
  """An HTTP server with an application."""

  application = None

  def server_bind(self):
    """Bind, and make the part of the environment that all requests share."""
    super().server_bind()
    self.setup_environ()

  def setup_environ(self):
    self.base_environ = {
      "SERVER_NAME": self.server_name,
      "GATEWAY_INTERFACE": "CGI/1.1",
      "SERVER_PORT": str(self.server_port),
      "REMOTE_HOST": "",
      "CONTENT_LENGTH": "",
      "SCRIPT_NAME": "",
    }

  def get_app(self):
    return self.application

  def set_app(self, application):
    self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
  """The HTTP side of a request."""

  server_version = "WSGIServer/" + __version__

  def get_environ(self):
    """The environment of the request, without what begins with wsgi."""
    environ = self.server.base_environ.copy()
    path, _, query = self.path.partition("?")
    environ.update(SERVER_PROTOCOL=self.request_version, SERVER_SOFTWARE=self.server_version, REQUEST_METHOD=self.command,
                   PATH_INFO=urllib.parse.unquote(path, "iso-8859-1"), QUERY_STRING=query)
    host = self.address_string()
    if host != self.client_address[0]:
      environ["REMOTE_HOST"] = host
    environ["REMOTE_ADDR"] = self.client_address[0]
    content_type = self.headers.get("content-type")
    environ["CONTENT_TYPE"] = self.headers.get_content_type() if content_type is None else content_type
    length = self.headers.get("content-length")
    if length:
      environ["CONTENT_LENGTH"] = length
    for name, value in self.headers.items():
      name = name.replace("-", "_").upper()
      value = value.strip()
      if name in environ:
        continue  # Content-Length and Content-Type have no HTTP_ before them, and no header may replace what the server says.
      name = "HTTP_" + name
      environ[name] = environ[name] + "," + value if name in environ else value
    return environ

  def get_stderr(self):
    """The file for reports of errors."""
    return sys.stderr

  def handle(self):
    """Handle one request."""
    self.raw_requestline = self.rfile.readline(_LONGEST_LINE + 1)
    if len(self.raw_requestline) > _LONGEST_LINE:
      self.requestline = self.request_version = self.command = ""
      self.send_error(414)
      return
    if not self.parse_request():
      return
    handler = ServerHandler(self.rfile, self.wfile, self.get_stderr(), self.get_environ(), multithread=False)
    handler.request_handler = self
    handler.run(self.server.get_app())


def demo_app(environ, start_response):
  """An application that greets and lists its environment."""
  lines = ["Hello world!", "", *(f"{name} = {value!r}" for name, value in sorted(environ.items())), ""]
  start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
  return ["\n".join(lines).encode("utf-8")]


def make_server(host, port, app, server_class=WSGIServer, handler_class=WSGIRequestHandler):
  """A server at this address for an application."""
  server = server_class((host, port), handler_class)
  server.set_app(app)
  return server


if __name__ == "__main__":
  with make_server("", 8000, demo_app) as httpd:
    import webbrowser
    address = httpd.socket.getsockname()
    print("Serving HTTP on", address[0], "port", address[1], "...")
    webbrowser.open("http://localhost:8000/xyz?abc")
    httpd.handle_request()
