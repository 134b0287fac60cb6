# Requests and responses over a real connection: bodies of all kinds, chunks, HEAD, kept connections.
import http.client
import io
import socket
import threading


def serve(connections):
  """Answers each connection's requests with what the test wants; collects what came."""
  for answers in connections:
    sock = listener.accept()[0]
    with sock, sock.makefile("rb") as file:
      for answer in answers:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
          head += file.readline()
        body = b""
        if b"Content-Length: " in head:
          body = file.read(int(head.split(b"Content-Length: ")[1].split(b"\r")[0]))
        elif b"chunked" in head:
          while not body.endswith(b"0\r\n\r\n"):
            body += file.readline()
        seen.append(head.replace(str(port).encode(), b"PORT") + body)
        sock.sendall(answer)


seen = []
listener = socket.create_server(("127.0.0.1", 0))
port = listener.getsockname()[1]
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-A: 1\r\nX-A: 2\r\n\r\nhello"
CHUNKS = b"HTTP/1.1 201 Made It\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7;x=y\r\n, world\r\n0\r\nTrailer: t\r\n\r\n"
thread = threading.Thread(target=serve, args=([
  [OK, OK, OK, OK, OK, OK],
  [CHUNKS, CHUNKS, b"HTTP/1.1 204 No Content\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 200 OK\r\n\r\nto the end"],
  [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"],
  [b"nonsense\r\n"],
  [b""],
],))
thread.start()

connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
for method, url, options in (("GET", "/a?b=c", {}), ("POST", "/", {"body": "text é"}), ("PUT", "/", {"body": b"bytes", "headers": {"X-My": "value", "N": 5}}),
                             ("POST", "/", {"body": io.BytesIO(b"a file")}), ("POST", "/", {"body": iter([b"one", b"", b"two"])}),
                             ("DELETE", "", {"headers": {"Host": "other", "Accept-Encoding": "x"}})):
  connection.request(method, url, **options)
  response = connection.getresponse()
  print(response.status, response.reason, response.version, response.getheader("x-a"), response.getheader("No", "none"), response.getheaders(), response.read(2),
        response.read(), response.isclosed(), response.read())
connection.close()

connection.request("GET", "/chunks")
response = connection.getresponse()
print(response.status, response.reason, response.chunked, response.length, response.read())
connection.request("GET", "/chunks")
response = connection.getresponse()
print(response.read(3), response.read(4), response.readline(), response.read(), response.isclosed())
connection.request("GET", "/nothing")
with connection.getresponse() as response:
  print(response.status, response.length, response.read())
connection.request("GET", "/old")
response = connection.getresponse()
print(response.version, response.will_close, response.readinto(buffer := bytearray(6)), buffer, response.peek()[:2], response.read1(1), response.read())

for attempt in range(3):
  connection = http.client.HTTPConnection("127.0.0.1", port)
  connection.request("GET", "/broken")
  try:
    print(connection.getresponse().read())
  except (http.client.HTTPException, ConnectionError) as error:
    print(type(error).__name__, repr(error), str(error) if attempt else "", getattr(error, "partial", None))
  connection.close()
thread.join()
listener.close()
for request in seen:
  print(request)

for function in (lambda: http.client.HTTPConnection("a:b"), lambda: http.client.HTTPConnection("a b"), lambda: connection.putheader("a", "b"),
                 lambda: connection.getresponse(), lambda: connection.request("GET", "/a b"), lambda: connection.request("G\n", "/"), lambda: connection.endheaders()):
  try:
    function()
  except Exception as error:
    print(type(error).__name__, error)
  connection.close()
connection.putrequest("GET", "/", skip_host=True)
for name, value in (("bad name:", "x"), ("name", "a\nb"), ("name", "ü€")):
  try:
    connection.putheader(name, value)
  except ValueError as error:
    print(type(error).__name__, error)
print(http.client.responses[404], http.client.NOT_FOUND, http.client.HTTP_PORT, http.client.HTTPS_PORT)
print(http.client.HTTPConnection("[::1]:8080").host, http.client.HTTPConnection("example.com:81").port, http.client.HTTPSConnection("example.com").port)
