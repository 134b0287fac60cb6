# Wrong addresses.
import socket
s = socket.socket()
for address in ("x", ("127.0.0.1",), (1, 2), ("127.0.0.1", "80"), ("127.0.0.1", 70000), ("127.0.0.1", -1), ("127.0.0.1", 1.5), ("a\0b", 1), ["127.0.0.1", 1]):
    for f in (s.connect, s.bind):
        try:
            f(address)
        except Exception as e:
            print(type(e).__name__, e)
s6 = socket.socket(socket.AF_INET6)
for address in (("::1",), ("::1", 1, 2**21), ("::1", 70000), "x"):
    try:
        s6.bind(address)
    except Exception as e:
        print(type(e).__name__, e)
u = socket.socket(socket.AF_UNIX)
for address in (5, "x" * 200, "/nonexistent/dir/sock", ("a", 1)):
    try:
        u.bind(address)
    except Exception as e:
        print(type(e).__name__, e)
try:
    u.connect("/tmp/nonexistent-socket")
except Exception as e:
    print(type(e).__name__, e)
try:
    socket.socket().connect(("127.0.0.1", 1))
except Exception as e:
    print(type(e).__name__, e)
print(socket.socket().connect_ex(("127.0.0.1", 1)))
try:
    socket.socket(999)
except Exception as e:
    print(type(e).__name__, e)
try:
    socket.socket(fileno=-5)
except Exception as e:
    print(type(e).__name__, e)
try:
    socket.socket(fileno=1.5)
except Exception as e:
    print(type(e).__name__, e)
try:
    socket.create_server(("127.0.0.1", 0)).send(b"x")
except Exception as e:
    print(type(e).__name__, e)
a = socket.create_server(("127.0.0.1", 0))
try:
    socket.create_server(a.getsockname())
except Exception as e:
    print(type(e).__name__, e.errno, str(e).replace(str(a.getsockname()[1]), "PORT"))
# Numbers of arguments.
import socket
with socket.socket() as s:
  for name, arguments in (("recv", ()), ("recv", (1, 2, 3)), ("send", ()), ("sendall", (b"", 0, 0)), ("getsockopt", ()), ("getsockopt", (1,)), ("getsockopt", (1, 2, 3, 4)),
                          ("recvfrom", ()), ("listen", (1, 2)), ("bind", ()), ("settimeout", (1, 2)), ("fileno", (1,))):
    try: getattr(s, name)(*arguments)
    except TypeError as e: print(e)
