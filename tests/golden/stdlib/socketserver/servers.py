# Servers of every kind, one request after the other and in threads and processes.
import contextlib
import io
import os
import socket
import socketserver
import sys
import tempfile
import threading


class Upper(socketserver.StreamRequestHandler):
  def handle(self):
    for line in self.rfile:
      self.wfile.write(line.upper())
      self.wfile.write(type(self.server).__name__.encode() + b"\n")


class UpperDatagram(socketserver.DatagramRequestHandler):
  def handle(self):
    self.wfile.write(self.rfile.read().upper())


def ask(family, address, data):
  with socket.socket(family, socket.SOCK_STREAM) as sock:
    sock.connect(address)
    sock.sendall(data)
    sock.shutdown(socket.SHUT_WR)
    with sock.makefile("rb") as file:
      return file.read()


@contextlib.contextmanager
def running(server):
  with server:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server.server_address
    server.shutdown()
    thread.join()


with tempfile.TemporaryDirectory() as folder:
  for kind in (socketserver.TCPServer, socketserver.ThreadingTCPServer, socketserver.ForkingTCPServer, socketserver.UnixStreamServer,
               socketserver.ThreadingUnixStreamServer):
    unix = kind.address_family == socket.AF_UNIX
    with running(kind(os.path.join(folder, kind.__name__) if unix else ("127.0.0.1", 0), Upper)) as address:
      print([ask(kind.address_family, address, f"hello {number}\nbye\n".encode()) for number in range(2)])
  for kind in (socketserver.UDPServer, socketserver.ThreadingUDPServer):
    with running(kind(("127.0.0.1", 0), UpperDatagram)) as address, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
      sock.settimeout(10)
      sock.sendto(b"datagram", address)
      print(kind.__name__, sock.recv(100))


class Steps(socketserver.BaseRequestHandler):
  def setup(self):
    print("setup", self.client_address[0])

  def handle(self):
    print("handle", self.request.recv(100))
    if self.server.fail:
      raise ValueError("failed")

  def finish(self):
    print("finish")


class Server(socketserver.TCPServer):
  timeout = 0.05
  allow_reuse_address = True
  fail = refuse = False

  def handle_timeout(self):
    print("timeout")

  def verify_request(self, request, client_address):
    return not self.refuse

  def handle_error(self, request, client_address):
    print("error", sys.exc_info()[1])

  def service_actions(self):
    self.acted = True


with Server(("127.0.0.1", 0), Steps) as server:
  server.handle_request()
  for server.fail, server.refuse in ((False, False), (True, False), (False, True)):
    with socket.create_connection(server.server_address) as sock:
      sock.sendall(b"data")
      server.handle_request()
  print(server.fileno() > 0, server.request_queue_size, server.RequestHandlerClass.__name__)
with Server(("127.0.0.1", 0), Steps, bind_and_activate=False) as server:
  server.server_bind()
  server.server_activate()
  print(server.server_address[1] > 0)

report = io.StringIO()
with socketserver.TCPServer(("127.0.0.1", 0), Steps) as server, contextlib.redirect_stderr(report):
  server.fail = True
  with socket.create_connection(server.server_address) as sock:
    sock.sendall(b"x")
    server.handle_request()
lines = report.getvalue().splitlines()
print(lines[0], lines[1].split("(")[0], lines[-2:])
