# The connection of a response that is dropped ends, so that a server that waits for the next request on it can stop.
import http.client
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class Handler(BaseHTTPRequestHandler):
  protocol_version = "HTTP/1.1"

  def do_GET(self):
    self.send_response(200)
    self.end_headers()

  def log_message(self, format, *args):
    print(format % args)


def ask(server):
  connection = http.client.HTTPConnection(*server.server_address)
  connection.request("GET", "/")
  print(connection.getresponse().status)


server = HTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, args=(0.01,))
thread.start()
for _ in range(2):
  client = threading.Thread(target=ask, args=(server,))
  client.start()
  client.join()
server.shutdown()
thread.join()
server.server_close()
print("stopped")
