# Blocking sockets in several threads; timeouts, peeking, broken pipes.
import socket, select, threading
# blocking sockets from several threads, urgent ends, shutdown
l = socket.create_server(("127.0.0.1", 0))
res = []
def worker(i):
    with socket.create_connection(l.getsockname()) as c:
        c.sendall(b"%d" % i * 1000)
        c.shutdown(socket.SHUT_WR)
        d = b""
        while x := c.recv(333): d += x
        res.append(len(d))
ts = [threading.Thread(target=worker, args=(i,)) for i in range(5)]
for t in ts: t.start()
for _ in ts:
    c, a = l.accept()
    d = b""
    while x := c.recv(4096): d += x
    c.sendall(d * 2); c.close()
for t in ts: t.join()
print(sorted(res))
l.settimeout(0.01)
try: l.accept()
except TimeoutError as e: print(e)
l.setblocking(False)
try: l.accept()
except BlockingIOError as e: print(e)
c = socket.create_connection(l.getsockname(), timeout=5)
print(c.gettimeout())
select.select([l], [], [], 5)
s, a = l.accept()
print(s.gettimeout(), s.getblocking())
c.sendall(b"abc")
print(s.recv(10, socket.MSG_PEEK), s.recv(2), s.recv(10))
s.close()
print(c.recv(10))
try:
    for i in range(100): c.send(b"x")
except (BrokenPipeError, ConnectionResetError) as e: print(isinstance(e, OSError))
c.close(); l.close()
