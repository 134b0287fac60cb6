# Ordinary use, mistakes and corners of socket: has_dualstack_ipv6, connect, getdefaulttimeout.
import socket, threading

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(isinstance(socket.has_dualstack_ipv6(), bool), socket.getdefaulttimeout(), socket.setdefaulttimeout(2.5), socket.getdefaulttimeout()); s = socket.socket(); print(s.gettimeout(), s.getblocking()); s.close(); socket.setdefaulttimeout(None); err(socket.setdefaulttimeout, 'x'); err(socket.setdefaulttimeout, -1); err(socket.setdefaulttimeout); err(socket.getdefaulttimeout, 1); err(socket.has_dualstack_ipv6, 1)
srv = socket.socket(); srv.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); srv.bind(('127.0.0.1', 0)); srv.listen(); port = srv.getsockname()[1]
c = socket.socket(); print(c.connect(('127.0.0.1', port)), c.getpeername() == ('127.0.0.1', port)); conn, addr = srv.accept(); print(addr == c.getsockname(), conn.fileno() >= 0, conn.type, conn.family, conn.proto)
c.sendall(b'abc'); print(conn.recv(10), conn.send(b'xyz'), c.recv(2), c.recv(2)); err(c.connect, ('127.0.0.1', port))
for a in (('127.0.0.1',), ('127.0.0.1', 'x'), ('127.0.0.1', -1), ('127.0.0.1', 70000), 5, 'x', ('127.0.0.1', 1, 2), (5, 5), None, ('127.0.0.1', 1.5), (b'127.0.0.1', 1)):
    x = socket.socket(); err(x.connect, a); x.close()
x = socket.socket(); err(x.connect); err(x.connect, ('127.0.0.1', 1)); print(x.connect_ex(('127.0.0.1', 1))); x.settimeout(0.05); x.close(); err(x.connect, ('127.0.0.1', port)); err(x.getpeername); print(x.fileno(), x.close(), repr(x)[:30])
u = socket.socket(socket.AF_UNIX); err(u.connect, '/no/such/sock'); err(u.connect, ('a', 1)); err(u.bind, 'x' * 200); u.close(); err(socket.socket, 99); err(socket.socket, socket.AF_INET, 99); err(socket.socket, 'x'); err(socket.socket, fileno=-1); err(socket.socket, fileno='x'); err(socket.socket, fileno=9999); err(socket.socket, bogus=1)
n = socket.socket(); n.setblocking(False); print(n.gettimeout(), n.connect_ex(('127.0.0.1', port)) in (0, 115)); n.close(); t = socket.socket(); t.settimeout(0.01); t.bind(('127.0.0.1', 0)); t.listen(); err(t.accept); print(t.timeout, t.gettimeout(), t.getblocking()); t.close(); err(t.listen); err(socket.create_connection, ('127.0.0.1', 1)); err(socket.create_connection, 5); err(socket.create_connection, ('127.0.0.1', port), timeout='x'); err(socket.create_connection, ('127.0.0.1', 'nosuchservice')); 
with socket.create_connection(('localhost', port), 1, ('127.0.0.1', 0), all_errors=True) as k: print(k.gettimeout(), k.getsockname()[0], k.shutdown(socket.SHUT_WR)); err(k.shutdown, 99)
print(c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), c.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), c.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), len(c.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8))); err(c.getsockopt, 1, 9999); err(c.setsockopt, 1, 2, 'x'); err(c.getsockopt, 1); d = c.dup(); print(d.fileno() != c.fileno(), d.family); fd = c.detach(); print(c.fileno(), socket.socket(fileno=fd).getpeername()[1] == port); d.close(); conn.close(); srv.close(); f = socket.socketpair(); mf = f[0].makefile('rw', newline='\n'); f[1].sendall(b'line\nrest'); f[1].shutdown(1); print(repr(mf.readline()), mf.read(), mf.close(), f[0].close(), f[1].close()); err(f[0].makefile, 'q') 
print(socket.inet_aton('1.2.3.4'), socket.inet_ntoa(b'\1\2\3\4'), socket.inet_pton(socket.AF_INET6, '::1'), socket.inet_ntop(socket.AF_INET, b'\0\0\0\0'), socket.getservbyname('http'), socket.getservbyport(443), socket.getprotobyname('tcp'), socket.gethostbyname('127.0.0.1'), socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM)); err(socket.inet_aton, '1.2.3.256'); err(socket.inet_ntoa, b'x'); err(socket.inet_pton, 2, 'x'); err(socket.inet_ntop, 2, b'x'); err(socket.getservbyname, 'zzz'); err(socket.getservbyport, 99999); err(socket.getservbyport, -1); err(socket.getprotobyname, 'zz'); err(socket.gethostbyname, 5); err(socket.getaddrinfo, '127.0.0.1', 'zzz'); err(socket.getaddrinfo, None, None); err(socket.getnameinfo, ('127.0.0.1', 80), 'x'); err(socket.getnameinfo, ('x y', 80), 0)
