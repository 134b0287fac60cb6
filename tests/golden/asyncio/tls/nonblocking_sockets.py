import os, select, socket, ssl, threading
here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(here + "_cert.pem", here + "_key.pem")
client = ssl.create_default_context(cafile=here + "_cert.pem")
client.check_hostname = False


def reads_late(raw, start, received):
    connection = server.wrap_socket(raw, server_side=True)
    start.wait()
    total = 0
    while block := connection.recv(65536):
        total += len(block)
    received.append(total)
    connection.unwrap().close()


def ready(connection, operation, *arguments):
    """The operation of a non-blocking socket, however often it has to be tried."""
    seen = set()
    while True:
        try:
            return operation(*arguments), sorted(seen)
        except ssl.SSLWantReadError as error:
            seen.add(type(error).__name__)
            select.select([connection], [], [])
        except ssl.SSLWantWriteError as error:
            seen.add(type(error).__name__)
            start.set()
            select.select([], [connection], [])


left, right = socket.socketpair()
start, received = threading.Event(), []
thread = threading.Thread(target=reads_late, args=(right, start, received))
thread.start()
left.setblocking(False)
connection = client.wrap_socket(left, do_handshake_on_connect=False)
ready(connection, connection.do_handshake)
try:
    print(connection.recv(10))
except ssl.SSLWantReadError as error:
    print(type(error).__name__, error.errno == ssl.SSL_ERROR_WANT_READ, isinstance(error, BlockingIOError))
data = b"x" * 3_000_000
print(ready(connection, connection.send, data))
print(connection.send(b"end"))
connection.setblocking(True)
connection.unwrap().close()
thread.join()
print(received)
left, right = socket.socketpair()
start, received = threading.Event(), []
thread = threading.Thread(target=reads_late, args=(right, start, received))
thread.start()
connection = client.wrap_socket(left)
connection.settimeout(5)
start.set()
print(connection.send(data))
connection.unwrap().close()
thread.join()
print(received)
