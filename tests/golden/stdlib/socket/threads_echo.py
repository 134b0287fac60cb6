# Blocking sockets between two threads: connect, sendall, recv, shutdown.
import socket, threading
server = socket.create_server(("127.0.0.1", 0))
def serve():
    conn, addr = server.accept()
    with conn:
        print("peer is", addr[0])
        while data := conn.recv(1024):
            conn.sendall(data.upper())
        conn.sendall(b"bye")
thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(server.getsockname()) as client:
    client.sendall(b"hello")
    print(client.recv(100))
    client.shutdown(socket.SHUT_WR)
    print(client.recv(100), client.recv(100))
thread.join()
server.close()
print(server, client)
