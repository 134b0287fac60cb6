"""A WSGI server for tests that start one, in place of the module wsgiref.simple_server."""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class WSGIServer(HTTPServer):
  """An HTTP server whose answers come from an application."""

  application = None

  def server_bind(self):
    super().server_bind()
    self.setup_environ()

  def setup_environ(self):
    self.base_environ = {
      "GATEWAY_INTERFACE": "CGI/1.1",
      "REMOTE_HOST": "",
      "SCRIPT_NAME": "",
      "SERVER_NAME": self.server_name,
      "SERVER_PORT": str(self.server_port),
    }

  def get_app(self):
    return self.application

  def set_app(self, application):
    self.application = application


class WSGIRequestHandler(BaseHTTPRequestHandler):
  """Calls the application for each request."""

  def get_stderr(self):
    return sys.stderr

  def get_environ(self):
    path, _, query = self.path.partition("?")
    environ = dict(self.server.base_environ)
    environ.update({
      "CONTENT_LENGTH": self.headers.get("content-length", ""),
      "CONTENT_TYPE": self.headers.get_content_type(),
      "PATH_INFO": path,
      "QUERY_STRING": query,
      "REMOTE_ADDR": self.client_address[0],
      "REQUEST_METHOD": self.command,
      "SERVER_PROTOCOL": self.request_version,
      "wsgi.errors": self.get_stderr(),
      "wsgi.input": self.rfile,
    })
    environ.update(("HTTP_" + name.upper().replace("-", "_"), value) for name, value in self.headers.items())
    return environ

  def start_response(self, status, headers, exc_info=None):
    self.start = status, headers
    return self.wfile.write

  def answer(self):
    body = self.server.get_app()(self.get_environ(), self.start_response)
    self.send_head(body)
    for part in body:
      self.wfile.write(part)

  def send_head(self, body):
    # A generator calls start_response() before its first part, a function before it returns.
    status, headers = self.start
    code, _, reason = status.partition(" ")
    self.send_response(int(code), reason)
    for name, value in headers:
      self.send_header(name, value)
    if isinstance(body, list):
      self.send_header("Content-Length", str(sum(map(len, body))))
    self.end_headers()

  do_GET = do_POST = answer
