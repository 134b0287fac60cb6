# A server with its own handler and one that shows a folder, asked by http.client.
import http.client
import io
import os
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
  protocol_version = "HTTP/1.1"

  def version_string(self):
    return "Test"

  def log_message(self, format, *args):
    log.append(format % args)

  def do_GET(self):
    if self.path == "/error":
      self.send_error(404, explain="<nothing>")
      return
    if self.path == "/custom":
      self.send_error(499, "Custom")
      return
    body = f"{self.command} {self.path} {self.request_version} {self.headers['X-Sent']} {self.requestline}".encode()
    self.send_response(200)
    self.send_header("Content-Length", str(len(body)))
    self.end_headers()
    self.wfile.write(body)

  def do_POST(self):
    body = self.rfile.read(int(self.headers["Content-Length"]))
    self.send_response(201, "Made")
    self.send_header("Connection", "close")
    self.end_headers()
    self.wfile.write(body.upper())


log = []


def ask(port, method, path, body=None, headers={}):
  connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
  connection.request(method, path, body, headers)
  response = connection.getresponse()
  shown = [(name, value) for name, value in response.getheaders() if name not in ("Date", "Last-Modified", "Server")]
  print(method, path, "->", response.status, response.reason, shown)
  text = response.read().decode()
  connection.close()
  return text


with HTTPServer(("127.0.0.1", 0), Handler) as server:
  thread = threading.Thread(target=server.serve_forever, args=(0.01,))
  thread.start()
  print(server.server_port == server.server_address[1])
  print(ask(server.server_port, "GET", "/a?b", headers={"X-Sent": "yes"}))
  print(ask(server.server_port, "GET", "//double"))
  print(ask(server.server_port, "POST", "/", b"some data"))
  print(ask(server.server_port, "GET", "/error"))
  print(ask(server.server_port, "GET", "/custom"))
  print(ask(server.server_port, "BREW", "/coffee"))
  for raw in (b"GET\r\n\r\n", b"PUT /x\r\n\r\n", b"GET / HTTP/x.y\r\n\r\n", b"GET / HTTP/3.0\r\n\r\n", b"a b c d\r\n\r\n"):
    import socket
    with socket.create_connection(server.server_address) as sock:
      sock.sendall(raw)
      with sock.makefile("rb") as file:
        print(raw, file.readline())
  server.shutdown()
  thread.join()
print(*log, sep="\n")


class Quiet(SimpleHTTPRequestHandler):
  def __init__(self, *args):
    super().__init__(*args, directory=folder)

  def log_message(self, format, *args):
    pass


with tempfile.TemporaryDirectory() as folder:
  os.mkdir(os.path.join(folder, "sub"))
  for name, content in (("page.html", "<p>hi"), ("A & B.txt", "text"), ("sub/index.html", "index"), ("archive.tar.gz", "x"), ("what.zzz", "?")):
    with open(os.path.join(folder, name), "w") as file:
      file.write(content)
  os.symlink("page.html", os.path.join(folder, "link"))
  with ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    print(ask(server.server_port, "GET", "/"))
    for path in ("/page.html", "/A%20%26%20B.txt?query#fragment", "/sub", "/sub/", "/archive.tar.gz", "/what.zzz", "/../../page.html", "/page.html/"):
      print(ask(server.server_port, "GET", path)[:30])
    print(ask(server.server_port, "HEAD", "/page.html"))
    print(ask(server.server_port, "GET", "/page.html", headers={"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}))
    print(ask(server.server_port, "GET", "/none")[:15])
    server.shutdown()
    thread.join()
print(SimpleHTTPRequestHandler.extensions_map[".gz"], BaseHTTPRequestHandler.responses[200])
