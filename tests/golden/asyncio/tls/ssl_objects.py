# ssl: two SSLObjects talk through memory buffers, step by step.
import ssl
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
server_context.set_alpn_protocols(["http/1.1", "h2"])
client_context = ssl.create_default_context(cafile="_cert.pem")
client_context.set_alpn_protocols(["h2", "http/1.1"])
a, b = ssl.MemoryBIO(), ssl.MemoryBIO()
client = client_context.wrap_bio(a, b, server_hostname="localhost")
server = server_context.wrap_bio(b, a, server_side=True)
print(client.version(), client.server_side, server.server_side, client.server_hostname, client.context is client_context)
try:
    client.getpeercert()
except ValueError as e:
    print(e)
done = set()
turn = 0
while len(done) < 2:
    for name, side in (("client", client), ("server", server)):
        try:
            side.do_handshake()
            done.add(name)
        except ssl.SSLWantReadError as e:
            print(name, "wants to read", e.args[0])
print(client.version(), client.cipher()[1:], client.selected_alpn_protocol(), server.selected_alpn_protocol(), client.session_reused)
print(client.write(b"hello"), server.read(100), server.write(b"world" * 3), client.read(5), client.pending(), client.read())
buf = bytearray(4)
server.write(b"abcdef")
print(client.read(4, buf), buf, client.read(10))
try:
    client.read()
except ssl.SSLWantReadError as e:
    print(type(e).__name__)
try:
    client.unwrap()
except ssl.SSLWantReadError:
    print("client said goodbye")
print(server.read())
server.unwrap()
client.unwrap()
print("both closed")
cert = client.getpeercert()
print(sorted(cert), client.getpeercert(True)[:2], server.getpeercert(), cert["issuer"])
try:
    client_context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_side=True)
except ssl.SSLError as e:
    print(str(e).split(" (_ssl")[0])
