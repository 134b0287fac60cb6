# Timeouts and non-blocking calls.
import socket
a, b = socket.socketpair()
print(a.gettimeout(), a.getblocking())
a.settimeout(0.01)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(10)
except TimeoutError as e:
    print(type(e).__name__, e, e.errno, socket.timeout is TimeoutError)
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(10)
except BlockingIOError as e:
    print(e)
b.send(b"xyz")
print(a.recv(2), a.recv(2))
for bad in (-1, float("nan"), "1", 1e20):
    try:
        a.settimeout(bad)
    except Exception as e:
        print(type(e).__name__, e)
socket.setdefaulttimeout(2.5)
print(socket.socket().gettimeout())
socket.setdefaulttimeout(None)
buf = bytearray(5)
b.send(b"123456789")
print(a.recv_into(buf), buf, a.recv_into(buf, 2), buf)
print(a.recv_into(memoryview(buf)[3:]), buf)
for args in ((b"x",), (buf, 10), (buf, -1), ("s",)):
    try:
        a.recv_into(*args)
    except Exception as e:
        print(type(e).__name__, e)
try:
    a.recv(-1)
except Exception as e:
    print(type(e).__name__, e)
a.close()
try:
    a.recv(1)
except OSError as e:
    print(e)
print(a.fileno(), b.detach() > 0, b.fileno())

# MSG_DONTWAIT: a blocking socket does not wait, one with a timeout does.
a, b = socket.socketpair()
for timeout in (None, 0.01):
    a.settimeout(timeout)
    for call in (lambda: a.recv(1, socket.MSG_DONTWAIT), lambda: a.recv_into(bytearray(1), 1, socket.MSG_DONTWAIT), lambda: a.recvmsg(1, 0, socket.MSG_DONTWAIT)):
        try:
            call()
        except OSError as e:
            print(timeout, type(e).__name__, e)
a.close()
b.close()
