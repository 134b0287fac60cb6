# Ordinary use, mistakes and corners of ssl: accept, sslsocket_class, dup, do_handshake.
import ssl, warnings

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

ctx = ssl.create_default_context()
print(ctx.verify_mode, ctx.check_hostname, ctx.protocol, ctx.minimum_version, ctx.maximum_version)
print(repr(ctx.verify_mode), repr(ctx.minimum_version), bool(ctx.options & ssl.OP_NO_COMPRESSION))
ctx.minimum_version = ssl.TLSVersion.TLSv1_2
print(ctx.minimum_version.name, ctx.minimum_version)
ctx.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
print(ctx.minimum_version)
ctx.maximum_version = ssl.TLSVersion.TLSv1_2
print(ctx.maximum_version, ctx.sslsocket_class.__name__, ctx.sslobject_class.__name__, ctx.verify_flags, ctx.post_handshake_auth, ctx.session_stats()["connect"])
err(setattr, ctx, 'minimum_version', 5)
err(setattr, ctx, 'minimum_version', 'TLSv1')
err(setattr, ctx, 'verify_mode', 77)
err(setattr, ctx, 'verify_mode', ssl.CERT_NONE)
ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
err(setattr, ctx, 'check_hostname', True)
print(ctx.verify_mode, ctx.check_hostname)
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
print(server.verify_mode, server.check_hostname, server.protocol)
err(ssl.create_default_context, 'x')
err(ssl.create_default_context, purpose=5)
err(ssl.create_default_context, cafile='/no/such')
err(ssl.create_default_context, cadata='garbage')
err(ssl.create_default_context, cadata='')
err(ssl.SSLContext, 99)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    ssl.SSLContext(ssl.PROTOCOL_TLS)
    ssl.SSLContext()
    ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
    c2 = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    c2.minimum_version = ssl.TLSVersion.TLSv1
    for x in w:
        print(x.category.__name__, x.message)
a, b = ssl.MemoryBIO(), ssl.MemoryBIO()
obj = ssl.create_default_context().wrap_bio(a, b, server_hostname='example.org')
print(type(obj).__name__, obj.server_hostname, obj.server_side, obj.session, obj.session_reused, obj.version(), obj.cipher())
print(b.pending > 100, b.eof)
err(obj.getpeercert)
err(setattr, obj, 'session', 1)
err(ssl.SSLObject)
err(ssl.SSLSocket)
err(ssl.create_default_context().wrap_bio, a, b)
err(ssl.create_default_context().wrap_bio, 1, 2, server_hostname='x')
err(ssl.create_default_context().wrap_bio, a, b, server_hostname='')
err(ssl.create_default_context().wrap_bio, a, b, server_side=True, server_hostname='a')
import socket
s1, s2 = socket.socketpair()
err(ssl.create_default_context().wrap_socket, s1)
w1 = ssl.create_default_context().wrap_socket(s1, server_hostname='h', do_handshake_on_connect=False) 
print(w1.server_hostname, w1.session, w1.session_reused, w1.pending(), w1.version())
err(w1.sendall, b'x', 1)
err(w1.sendmsg, [b'x'])
err(w1.recvmsg, 1)
err(w1.dup)
w1.close(); s2.close()
print(ssl.TLSVersion(772), ssl.VerifyMode(2), ssl.Purpose.SERVER_AUTH)
print(ssl.get_default_verify_paths()._fields)
err(ssl.TLSVersion, 1)
