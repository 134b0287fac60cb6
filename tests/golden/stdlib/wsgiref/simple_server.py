# The server of WSGI, asked by http.client and by raw sockets; its application is checked by the validator.
import http.client
import io
import re
import socket
import threading
from wsgiref import simple_server
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, demo_app, make_server
from wsgiref.validate import validator

log = []


class Handler(WSGIRequestHandler):
  def log_message(self, format, *args):
    log.append(format % args)

  def address_string(self):
    return "client.test"


def application(environ, start):
  body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))
  names = ("REQUEST_METHOD", "PATH_INFO", "QUERY_STRING", "CONTENT_TYPE", "CONTENT_LENGTH", "HTTP_X_TWICE", "SERVER_PROTOCOL", "REMOTE_HOST",
           "REMOTE_ADDR", "GATEWAY_INTERFACE", "SCRIPT_NAME", "HTTP_HOST" in environ)
  if environ["PATH_INFO"] == "/fail":
    raise RuntimeError("asked for")
  start("200 OK", [("Content-Type", "text/plain")])
  yield repr([environ.get(name, name) for name in names]).encode()
  yield body


def ask(server, method, path, body=None, headers={}):
  connection = http.client.HTTPConnection(*server.server_address, timeout=10)
  connection.putrequest(method, path)
  for name, value in headers.items():
    for one in value if isinstance(value, list) else [value]:
      connection.putheader(name, one)
  connection.endheaders(body)
  response = connection.getresponse()
  print(method, path, response.status, response.reason, response.version, response.getheader("content-type"), response.read().decode())
  connection.close()


def raw(server, data):
  with socket.create_connection(server.server_address, timeout=10) as client:
    client.sendall(data)
    client.shutdown(socket.SHUT_WR)
    answer = b"".join(iter(lambda: client.recv(65536), b""))
    print(data[:30], "->", answer.split(b"\r\n")[0][:120], len(answer) > 0)


with make_server("127.0.0.1", 0, validator(application), handler_class=Handler) as server:
  print(type(server) is WSGIServer, server.get_app() is server.application, sorted(server.base_environ))
  Handler.get_stderr = lambda self: errors
  errors = io.StringIO()
  thread = threading.Thread(target=server.serve_forever, args=(0.01,))
  thread.start()
  ask(server, "GET", "/a%20b/%e9?x=%201", headers={"X-Twice": ["one ", "two"]})
  ask(server, "POST", "/p", b"the body", {"Content-Length": "8", "Content-Type": "text/x"})
  ask(server, "GET", "/fail")
  raw(server, b"GET /old\r\n")
  raw(server, b"GET / HTTP/9\r\n\r\n")
  raw(server, b"GET /" + b"x" * 70000 + b" HTTP/1.0\r\n\r\n")
  raw(server, b"\r\n")
  server.shutdown()
  thread.join()
  print(errors.getvalue().splitlines()[-1])
  print(*[re.sub(r"x{9,}", "x...", line) for line in log], sep="\n")

with make_server("127.0.0.1", 0, demo_app, handler_class=Handler) as server:
  thread = threading.Thread(target=server.handle_request)
  thread.start()
  connection = http.client.HTTPConnection(*server.server_address, timeout=10)
  connection.request("GET", "/demo")
  response = connection.getresponse()
  lines = response.read().decode().splitlines()
  print(lines[:2], [line for line in lines if line.startswith(("PATH_INFO", "REQUEST_METHOD", "wsgi.multi", "wsgi.version"))])
  print(response.getheader("server") == simple_server.software_version, response.getheader("content-length") > "0", response.getheader("date")[-3:])
  thread.join()
  connection.close()
