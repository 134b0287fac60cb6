# What comes when the peer ends without saying so, at each place; the names of a context's options.
import os
import ssl

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../asyncio/tls")
key, certificate = os.path.join(folder, "_key.pem"), os.path.join(folder, "_cert.pem")
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(certificate, key)
client = ssl.create_default_context(cafile=certificate)


def connected():
  """The client, what it reads and writes, and the server with the same."""
  to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
  ours = client.wrap_bio(to_client, to_server, server_hostname="localhost")
  theirs = server.wrap_bio(to_server, to_client, server_side=True)
  for _ in range(3):
    for side in (ours, theirs):
      try:
        side.do_handshake()
      except ssl.SSLWantReadError:
        pass
  return ours, to_client, theirs


def show(function, *args):
  try:
    print(function.__name__, repr(function(*args)))
  except Exception as error:
    print(function.__name__, type(error).__name__, str(error).split(" (_ssl")[0])


for steps in (("unwrap", "read"), ("read", "unwrap"), ("read", "write")):
  ours, to_client, theirs = connected()
  to_client.write_eof()
  for step in steps:
    show(getattr(ours, step), *((b"x",) if step == "write" else ()))
ours, to_client, theirs = connected()
show(theirs.unwrap)
show(ours.read)
show(ours.unwrap)
show(theirs.unwrap)
print(repr(client.options), list(ssl.SSLErrorNumber)[:3])
