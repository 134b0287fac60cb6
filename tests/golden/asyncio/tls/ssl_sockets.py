# TLS in threads: SSLSocket on blocking sockets.
import socket, ssl, threading
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
client_context = ssl.create_default_context(cafile="_cert.pem")
listener = socket.create_server(("127.0.0.1", 0))
def serve():
    conn, _ = listener.accept()
    with server_context.wrap_socket(conn, server_side=True) as tls:
        data = tls.recv(100)
        tls.sendall(data * 30000)
        print("server got", data, tls.recv(100))
thread = threading.Thread(target=serve)
thread.start()
with client_context.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname="localhost") as tls:
    print(tls.version(), tls.getpeercert()["subject"][2])
    tls.sendall(b"0123456789")
    got = 0
    while got < 300000:
        got += len(tls.recv(70000))
    print(got)
thread.join()
for kwargs in (dict(), dict(server_side=True, server_hostname="x")):
    try:
        client_context.wrap_socket(socket.socket(), **kwargs)
    except ValueError as e:
        print(e)
