# Names of servers are sent, and compared, as the protocol has them: international names in ASCII; names that are none.
import socket
import ssl

context = ssl.create_default_context()
for name in ("bücher.example", "example.org", "Example.ORG.", "日本.jp", "faß.de", ".bad", "a..b", "x" * 64 + ".org", "ü" * 80, "", "1.2.3.4", "::1"):
  incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
  try:
    connection = context.wrap_bio(incoming, outgoing, server_hostname=name)
    try:
      connection.do_handshake()
    except ssl.SSLWantReadError:
      sent = outgoing.read()
      print(name, connection.server_hostname, connection.server_hostname.encode() in sent, name.encode() in sent)
  except Exception as error:
    print(name, type(error).__name__, error)
  with socket.socket() as plain:
    try:
      with context.wrap_socket(plain, server_hostname=name) as encrypted:
        print(encrypted.server_hostname)
    except Exception as error:
      print(name, type(error).__name__, error)
