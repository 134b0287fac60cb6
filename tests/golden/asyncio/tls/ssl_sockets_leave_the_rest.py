# A TLS socket takes no bytes out of the system's buffer that belong to later records: selectors see them, and plain bytes behind the end stay plain.
import os
import select
import socket
import ssl

folder = os.path.dirname(os.path.abspath(__file__))
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(os.path.join(folder, "_cert.pem"), os.path.join(folder, "_key.pem"))
client = ssl.create_default_context(cafile=os.path.join(folder, "_cert.pem"))


def pair(version):
  client.maximum_version = version
  left, right = socket.socketpair()
  left.setblocking(False)
  right.setblocking(False)
  ours = client.wrap_socket(left, server_hostname="localhost", do_handshake_on_connect=False)
  theirs = server.wrap_socket(right, server_side=True, do_handshake_on_connect=False)
  return ours, theirs


def attempt(function, *args):
  try:
    return function(*args)
  except ssl.SSLError as error:
    return type(error).__name__


def is_readable(side):
  return bool(select.select([side], [], [], 0)[0])


for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
  ours, theirs = pair(version)
  waiting = [theirs, ours]
  while waiting:
    waiting = [side for side in waiting if attempt(side.do_handshake) is not None]
    if ours not in waiting and theirs in waiting:
      # The end of the handshake and the first request lie in the socket together.
      ours.send(b"first request")
  print(version.name, ours.version(), is_readable(theirs), theirs.pending())
  if is_readable(theirs):
    print(attempt(theirs.recv, 100))
  theirs.send(b"one")
  theirs.send(b"two" * 1000)
  print(is_readable(ours), attempt(ours.recv, 2), ours.pending(), is_readable(ours))
  print(attempt(ours.recv, 100), ours.pending(), is_readable(ours))
  print(len(attempt(ours.recv, 1000)), ours.pending(), is_readable(ours))
  print(len(attempt(ours.recv, 5000)), ours.pending(), is_readable(ours), attempt(ours.recv, 1))
  ours.setblocking(True)
  theirs.setblocking(True)
  try:
    theirs.setblocking(False)
    theirs.unwrap()
  except ssl.SSLWantReadError:
    pass
  plain = ours.unwrap()
  theirs.setblocking(True)
  back = theirs.unwrap()
  back.sendall(b"plain text")
  print(plain.recv(100))
  plain.close()
  back.close()

# A record that comes in pieces, and what is none.
left, right = socket.socketpair()
right.setblocking(False)
theirs = server.wrap_socket(right, server_side=True, do_handshake_on_connect=False)
into, out = ssl.MemoryBIO(), ssl.MemoryBIO()
ours = client.wrap_bio(into, out, server_hostname="localhost")
attempt(ours.do_handshake)
for byte in out.read():
  left.send(bytes([byte]))
  state = attempt(theirs.do_handshake)
print(state, len(left.recv(10000)) > 500)
for text in (b"GET / HTTP/1.0\r\n\r\n", b"\x16\x03\x01", b"\x16\x03\x01\xff\xff" + bytes(100), b"hello world"):
  left, right = socket.socketpair()
  left.sendall(text)
  left.shutdown(socket.SHUT_WR)
  try:
    server.wrap_socket(right, server_side=True)
  except (ssl.SSLError, OSError) as error:
    print(text[:10], type(error).__name__, str(error).split(" (_ssl")[0])
