# Ordinary use, mistakes and corners of tempfile: TemporaryDirectory, errors, fileno, flush.
import tempfile, os, io, warnings

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

with tempfile.TemporaryDirectory(prefix='pre', suffix='.suf') as d:
    print(os.path.basename(d).startswith('pre'), d.endswith('.suf'), os.path.isdir(d), os.listdir(d)); open(os.path.join(d, 'f'), 'w').close(); os.mkdir(os.path.join(d, 'sub'))
print(os.path.exists(d))
t = tempfile.TemporaryDirectory(); print(repr(t)[:24], os.path.isdir(t.name), t.cleanup(), os.path.exists(t.name)); t.cleanup() if 0 else None
t = tempfile.TemporaryDirectory(ignore_cleanup_errors=True); os.rmdir(t.name); print(t.cleanup())
t = tempfile.TemporaryDirectory(); n = t.name; os.rmdir(n); err(t.__exit__, None, None, None)
err(tempfile.TemporaryDirectory, dir='/no/such/dir') if 0 else None
try: tempfile.TemporaryDirectory(dir='/no/such/dir')
except FileNotFoundError as e: print(e.strerror)
err(tempfile.TemporaryDirectory, 1); err(tempfile.TemporaryDirectory, bogus=1); err(tempfile.TemporaryDirectory, prefix=b'x', suffix='y')
s = tempfile.SpooledTemporaryFile(max_size=10, mode='w+t', encoding='latin-1', errors='replace')
print(s.errors, s.encoding, s.write('é€'), s.tell(), s.seek(0), s.read(), s.flush(), s.isatty(), s.newlines, s.name, s.closed)
print(s.fileno() > 2, s.name is not None, s.errors, s.seek(0), s.readline(), s.truncate(0), s.close(), s.closed)
err(s.read); err(s.write, 'x'); err(s.fileno)
b = tempfile.SpooledTemporaryFile(); print(b.mode, b.writelines([b'a\n', b'b\n']), b.seek(0), list(b), b.tell(), b.seek(0), b.readlines(), b.flush(), b.softspace if hasattr(b, 'softspace') else '', b.seek(0), b.readinto(x := bytearray(3)), x, b.read1(1), b.peek if hasattr(b, 'peek') else 'nopeek')
err(b.write, 'text'); err(lambda: b.encoding); err(lambda: b.errors); err(lambda: b.newlines); err(b.seek, -1); err(b.truncate, -1); err(b.nope) if hasattr(b, 'nope') else None; print(b.rollover(), b.fileno() > 2, type(b.name).__name__, b.mode, b.__enter__() is b, b.__exit__(None, None, None), b.closed)
f = tempfile.TemporaryFile('w+'); print(f.write('abc'), f.seek(0), f.read(), type(f.name).__name__, f.mode, f.close())
n = tempfile.NamedTemporaryFile(suffix='.txt', delete=False); print(n.write(b'x'), n.close(), os.path.exists(n.name), os.unlink(n.name)); n2 = tempfile.NamedTemporaryFile('w+', encoding='utf-8'); print(n2.file.mode, n2.write('é'), n2.seek(0), [l for l in n2], n2.close(), os.path.exists(n2.name)); err(n2.write, 'x')
fd, p = tempfile.mkstemp('.a', 'b', text=True); print(os.fdopen(fd, 'w').write('hi'), os.path.basename(p)[0], p[-2:], oct(os.stat(p).st_mode)[-3:], os.unlink(p)); err(tempfile.mkstemp, b'x', 'y'); err(tempfile.mkstemp, 5); err(tempfile.NamedTemporaryFile, 'z'); err(tempfile.TemporaryFile, 'r', encoding='nope'); err(tempfile.SpooledTemporaryFile, 'x'); err(tempfile.SpooledTemporaryFile(max_size='x').write, b'abc') if 0 else None
old = tempfile.tempdir; tempfile.tempdir = '/tmp'; print(tempfile.gettempdir(), tempfile.gettempdirb(), tempfile.mktemp('s', 'p', '/q')[:4]); tempfile.tempdir = old; print(sorted(tempfile.__all__))
