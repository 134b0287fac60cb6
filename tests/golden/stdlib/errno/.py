# Ordinary use, mistakes and corners of errno: .
import errno, os

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(errno.ENOENT, errno.errorcode[2], errno.errorcode[errno.EACCES], len(errno.errorcode) > 100, all(getattr(errno, n) == c for c, n in errno.errorcode.items()))
for n in ('EPERM', 'EINTR', 'EIO', 'EAGAIN', 'EWOULDBLOCK', 'EEXIST', 'ENOTDIR', 'EISDIR', 'EINVAL', 'EMFILE', 'ENOSPC', 'EPIPE', 'EDOM', 'ERANGE', 'EDEADLK', 'ENOTEMPTY', 'ELOOP', 'ETIMEDOUT', 'ECONNREFUSED', 'ECONNRESET', 'EADDRINUSE', 'EINPROGRESS', 'EALREADY', 'ENOTSOCK', 'EHOSTUNREACH', 'ENOTSUP', 'EOPNOTSUPP', 'EOVERFLOW', 'ECANCELED', 'EOWNERDEAD', 'ESTALE', 'EDQUOT', 'EQFULL', 'ENOTCAPABLE', 'EILSEQ', 'EBADF', 'ECHILD', 'ESRCH'):
    c = getattr(errno, n, None); print(n, c, os.strerror(c) if c else None, type(OSError(c, 'x')).__name__ if c else '')
print(errno.errorcode.get(99999), type(errno.errorcode), sorted(n for n in dir(errno) if not n.startswith('E') and not n.startswith('_')))
for f, a in [(open, ('/no/such',)), (os.mkdir, ('/',)), (os.rmdir, ('/proc',)), (os.listdir, ('/etc/passwd',)), (open, ('/',)), (os.close, (9999,)), (os.readlink, ('/',)), (os.kill, (1 << 22, 0)), (os.waitpid, (-1, 0))]:
    try: f(*a)
    except OSError as e: print(f.__name__, type(e).__name__, errno.errorcode[e.errno], e.strerror, e.filename, e.errno == getattr(errno, errno.errorcode[e.errno]))
for args in [(), (1,), (2, 'msg'), (2, 'msg', 'file'), (2, 'msg', 'f1', None, 'f2'), ('a', 'b'), (17, 'x'), (99999, 'odd'), (11, 'again'), (None, 'n'), (2, 'a', 'b', 'c', 'd', 'e')]:
    e = OSError(*args); print(type(e).__name__, repr(e), str(e), e.errno, e.strerror, e.filename, e.filename2, e.args)
err(lambda: errno.NOPE); err(lambda: errno.errorcode['ENOENT']); err(os.strerror, 'x'); err(os.strerror); print(os.strerror(0), os.strerror(99999), os.strerror(-1))
e = BlockingIOError(errno.EAGAIN, 'x', 5); print(e.characters_written, e.errno); err(lambda: BlockingIOError(1, 'x').characters_written); print(issubclass(ConnectionResetError, ConnectionError), EnvironmentError is OSError, IOError is OSError, FileNotFoundError(2, 'x', b'bytes'), PermissionError('plain').errno)
