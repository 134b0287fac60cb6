# Names, numbers, options.
import os
import socket
print(socket.inet_aton("1.2.3.4"), socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\1"))
for f, args in ((socket.inet_aton, ("1.2.3.x",)), (socket.inet_ntoa, (b"123",)), (socket.inet_pton, (socket.AF_INET, "x")), (socket.inet_pton, (77, "x")), (socket.inet_ntop, (socket.AF_INET, b"1")), (socket.inet_ntop, (77, b"1")), (socket.inet_aton, (1,)), (socket.inet_pton, (2, 5)),
    (socket.htons, (70000,)), (socket.htons, (-1,)), (socket.htonl, (2**40,)), (socket.getservbyname, ("nosuchservice",)), (socket.getservbyport, (70000,)), (socket.getprotobyname, ("nosuch",)), (socket.getaddrinfo, (5, 80)), (socket.getaddrinfo, ("127.0.0.1", 1.5)), (socket.gethostbyname, (5,)), (socket.if_nametoindex, ("nosuch",)),
    (socket.getaddrinfo, ("127.0.0.1", "nosuchservice")), (socket.getnameinfo, (("x", 1), 0)), (socket.getnameinfo, (5, 0))):
    try:
        print(f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e, getattr(e, "errno", None))
print(socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(2**24))
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", "80", socket.AF_INET6, socket.SOCK_DGRAM))
print(socket.getaddrinfo(None, 0, flags=socket.AI_PASSIVE, family=socket.AF_INET, type=socket.SOCK_STREAM))
print(socket.gethostbyname("127.0.0.1"), socket.gethostbyname(""), socket.gethostbyname("localhost"))
# A bare system has no tables of services and protocols.
if os.path.exists("/etc/services") and os.path.exists("/etc/protocols"):
    assert (socket.getservbyname("http"), socket.getprotobyname("tcp")) == (80, 6)
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
print(repr(socket.gaierror), repr(socket.herror), issubclass(socket.gaierror, OSError), socket.error is OSError, repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.MSG_PEEK, repr(socket.AI_PASSIVE))
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR), s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 4), s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\2\0\0\0")
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))
for args in ((1, 2, "x"), (1, 2, 1.5), (1, 2, None), (9999, 9999, 1)):
    try:
        s.setsockopt(*args)
    except Exception as e:
        print(type(e).__name__, e)
for args in ((1, 2, 5000), (1, 2, -1), ("x", 2), (9999, 9999)):
    try:
        s.getsockopt(*args)
    except Exception as e:
        print(type(e).__name__, e)
print(s.family, s.type, s.proto, repr(s.family), socket.has_ipv6)
print(s.getsockname())
try:
    s.getpeername()
except OSError as e:
    print(e)
d = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
d.bind(("127.0.0.1", 0))
d2 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(d2.sendto(b"abc", d.getsockname()), d2.sendto(b"defg", 0, d.getsockname()))
data, addr = d.recvfrom(10)
print(data, addr[0], d.recvfrom(2)[0])
for args in ((b"x",), (b"x", 5), ("x", d.getsockname()), (b"x", "y", d.getsockname())):
    try:
        d2.sendto(*args)
    except Exception as e:
        print(type(e).__name__, e)
x, y = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
print(x.sendmsg([b"ab", bytearray(b"cd"), memoryview(b"ef")]), y.recv(100))
print(x.getsockname() == "", y.getpeername() == "", repr(x.dup())[:14])
with x.makefile("rb") as f:
    y.sendall(b"line1\nline2\nrest")
    y.close()
    print(f.readline(), f.readlines())
