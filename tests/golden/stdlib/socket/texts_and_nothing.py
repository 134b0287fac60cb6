# Texts that are no texts or hold a NUL, nothing to receive, flags that are no integers; channel bindings.
import asyncio
import socket
import ssl


def attempt(function, *args):
    try:
        print(function.__name__, function(*args))
    except Exception as e:
        print(function.__name__, type(e).__name__, e)


for value in (b"http", None, 5, "http\0"):
    attempt(socket.getservbyname, value)
    attempt(socket.getservbyname, "http", value)
    attempt(socket.getservbyport, 80, value)
    attempt(socket.getprotobyname, value)
    attempt(socket.inet_aton, value)
    attempt(socket.inet_pton, socket.AF_INET, value)
for value in (None, 5, "host\0", b"host\0", bytearray(b"\0")):
    attempt(socket.gethostbyname, value)
    attempt(socket.gethostbyname_ex, value)
    attempt(socket.gethostbyaddr, value)

a, b = socket.socketpair()
for flag in ("yes", None, 2.5, [], 2**70, True, 3, 0):
    attempt(a.setblocking, flag)
    print(a.getblocking())
a.setblocking(True)
print(a.recv(0), a.recv_into(bytearray()))
a.setblocking(False)
print(a.recv(0), a.recv_into(bytearray()))


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.sock_recv(a, 0), await loop.sock_recv_into(a, bytearray()))


asyncio.run(main())
a.close()
b.close()

connection = ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost")
for name in ("tls-unique", "tls-exporter", "", None, 5):
    attempt(connection.get_channel_binding, name)
