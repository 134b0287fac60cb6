# A TLS socket before it is connected, when its handshake fails (the peer is told), and after its end; the common name of certificates.
import os
import socket
import ssl
import threading

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../asyncio/tls")
key, certificate = os.path.join(folder, "_key.pem"), os.path.join(folder, "_cert.pem")
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
server.load_cert_chain(certificate, key)
client = ssl.create_default_context(cafile=certificate)


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as e:
        print(label, type(e).__name__, str(e).partition(" <")[0])


def show_unusable(s):
    for name, *args in (("do_handshake",), ("unwrap",), ("read", 1), ("write", b"x"), ("version",), ("cipher",), ("recv", 1), ("pending",)):
        attempt(name, getattr(s, name), *args)


with client.wrap_socket(socket.socket(), server_hostname="localhost") as s:
    show_unusable(s)
    attempt("getpeercert", s.getpeercert)

heard = []


def serve(listener):
    for _ in range(2):
        connection, _ = listener.accept()
        try:
            with server.wrap_socket(connection, server_side=True) as s:
                s.sendall(b"hello\n")
                heard.append(s.recv(10))
        except ssl.SSLError as e:
            heard.append(e.reason)


with socket.create_server(("127.0.0.1", 0)) as listener:
    thread = threading.Thread(target=serve, args=(listener,))
    thread.start()
    attempt("untrusted", ssl.create_default_context().wrap_socket, socket.create_connection(listener.getsockname()), False, True, True, "localhost")
    s = client.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname="localhost")
    file = s.makefile("rb")
    s.close()
    print(s.version(), file.readline())
    file.close()
    show_unusable(s)
    thread.join()
print(heard)

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
print(ssl.HAS_NEVER_CHECK_COMMON_NAME, context.hostname_checks_common_name)
context.hostname_checks_common_name = False
print(context.hostname_checks_common_name)
context.hostname_checks_common_name = True
print(context.hostname_checks_common_name)
attempt("callback", context.set_servername_callback, 5)
