# Functions of socket that the other tests do not use: names of this host.
import socket

print(socket.gethostname() != "", socket.getfqdn("127.0.0.1") != "", socket.gethostbyname_ex("127.0.0.1")[2], socket.if_nameindex()[0][1] != "", socket.if_indextoname(socket.if_nametoindex("lo")))
for wrong in (lambda: socket.if_indextoname(99999), lambda: socket.if_nametoindex("no-such"), lambda: socket.sethostname(5), lambda: socket.gethostbyname_ex(5), lambda: socket.if_indextoname("x")):
    try: print(wrong())
    except Exception as e: print(type(e).__name__)
print(socket.AddressFamily.AF_INET, repr(socket.SocketKind.SOCK_STREAM), socket.AF_INET is socket.AddressFamily(2), socket.SocketType.__name__)
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); a.send(b"hello"); buffer = bytearray(10); print(b.recvfrom_into(buffer)[0], buffer, isinstance(a, socket.SocketType))
c = socket.fromfd(a.fileno(), a.family, a.type); c.send(b"copy"); print(b.recv(9), c.family); a.close(); b.close(); c.close()
