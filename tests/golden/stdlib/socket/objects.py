# socket objects: dup, detach, makefile, closing, with.
import socket
a, b = socket.socketpair()
d = a.dup()
a.close()
d.send(b"via dup")
print(b.recv(100), d.family == b.family, a.fileno())
f = b.makefile("rw", encoding="utf-8", newline="\n")
f.write("text é\n")
f.flush()
print(d.recv(100))
d.sendall("antwort ü\nzwei\n".encode())
print(f.readline(), end="")
b.close()
print(f.readline(), end="")
f.close()
print(d.recv(10))
fd = d.detach()
print(fd >= 0, d.fileno())
e = socket.socket(fileno=fd)
print(e.family == socket.AF_UNIX, e.type == socket.SOCK_STREAM)
e.close()
e.close()
for name, args in (("send", (b"x",)), ("recv", (1,)), ("getsockname", ()), ("setblocking", (True,)), ("fileno", ()), ("shutdown", (2,)), ("listen", ()), ("accept", ())):
    try:
        print(name, getattr(e, name)(*args))
    except OSError as err:
        print(name, err)
with socket.socket() as s:
    print(s)
print(s)
try:
    b.makefile("x")
except ValueError as err:
    print(err)
