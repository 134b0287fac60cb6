# Numbers and names of interfaces, options and ports of wrong types; errors of all addresses together.
import socket

for number in (0, -1, 2**40, 2**70, "x", 1.0, None):
    try:
        print(socket.if_indextoname(number))
    except Exception as e:
        print(type(e).__name__, e)
for name in ("none such", 3, None, "a\0b", b"none such"):
    try:
        print(socket.if_nametoindex(name))
    except Exception as e:
        print(type(e).__name__, e)


class Index:
    def __index__(self):
        return 1


with socket.socket() as s:
    for value in (Index(), 2**40, -2**70, 1.5, "x", None):
        try:
            print(s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, value))
        except Exception as e:
            print(type(e).__name__, e)
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
try:
    socket.getaddrinfo("127.0.0.1", 2**70)
except OverflowError as e:
    print(e)
with socket.create_server(("127.0.0.1", 0)) as server:
    address = server.getsockname()
try:
    socket.create_connection(address, all_errors=True)
except ExceptionGroup as e:
    print(repr(e), [type(error).__name__ for error in e.exceptions])
