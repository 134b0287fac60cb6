# Ordinary use, mistakes and corners of io: seek, TextIOBase, readinto1.
import io, os, tempfile

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

p = tempfile.mktemp(); open(p, 'wb').write(b'0123456789') if 0 else None
with open(p, 'wb') as f: f.write(b'0123456789')
with open(p, 'rb') as f:
    print(f.seek(5), f.read(2), f.seek(-3, io.SEEK_END), f.read(), f.seek(1, os.SEEK_CUR), f.read(), f.seek(0), f.tell(), f.seekable(), f.seek(2 ** 40) == 2 ** 40, f.read(1), f.seek(3), f.peek(1)[:1], f.read(1), f.raw.tell() >= 4)
    for a in ((-1,), ('x',), (1.5,), (0, 5), (0, 'x'), (), (1, 2, 3), (None,), (-100, 2), (-1, 1) if 0 else (-99, 1)): err(f.seek, *a)
err(f.seek, 0)
r = io.BufferedReader(io.BytesIO(b'abcdef'), 3); print(r.read(1), r.seek(-1, 2), r.read(), r.seek(1), r.readinto1(b := bytearray(10)), b, r.seek(0), r.read1(2), r.peek()[:1], r.detach().getvalue()); err(r.seek, 0); err(io.BufferedReader, 5); err(io.BufferedReader)
pw = io.BufferedRWPair(io.BytesIO(b'xyzxyz'), o := io.BytesIO(), 2); ba = bytearray(4); print(pw.readinto1(ba) in (2, 3, 4), pw.write(b'12'), pw.flush(), o.getvalue(), pw.readable(), pw.seekable()); err(pw.readinto1, b'ro'); err(pw.readinto1, 5); err(pw.seek, 0); err(pw.tell); err(pw.truncate); pw.close(); err(pw.write, b'x')
class T(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return len(s)
    def writable(self): return True
t = T(); print('to T', file=t); print(t.parts, t.encoding, t.errors, t.newlines, t.readable(), t.closed, isinstance(t, io.IOBase), t.isatty()); err(t.read); err(t.readline); err(t.fileno); err(t.seek, 0); err(t.detach); err(t.truncate); t.writelines(['a', 'b']); print(t.parts, t.close(), t.closed); err(io.TextIOBase().read); err(io.TextIOBase().write, 'x'); err(io.RawIOBase().read) ; err(io.BufferedIOBase().read); err(io.IOBase().seek, 0); err(iter(io.TextIOBase()).__next__)
class R(io.RawIOBase):
    def __init__(self, d): self.d = d
    def readable(self): return True
    def readinto(self, b): n = min(len(b), len(self.d)); b[:n] = self.d[:n]; self.d = self.d[n:]; return n
print(R(b'hello').read(2), R(b'hello').readall(), io.BufferedReader(R(b'l1\nl2')).readlines(), io.TextIOWrapper(R(b'caf\xc3\xa9\n')).read() if 0 else '', list(R(b'a\nb')), R(b'xyz').readline()); s = io.StringIO('a\nb\r\nc'); print(s.readlines(), s.getvalue(), s.seek(0), s.read(1), s.tell(), s.truncate(1), s.getvalue(), s.write('zz'), s.getvalue(), io.StringIO('a\r\nb', newline=None).read(), io.StringIO(newline='\r\n').write('\n')); err(s.seek, -1); err(s.seek, 1, 1); err(s.write, b'x'); err(io.StringIO, b'x'); err(io.StringIO, 'x', 'q'); err(s.truncate, -1); os.unlink(p)
w = io.TextIOWrapper(io.BytesIO(), 'ascii', 'replace', write_through=True); print(w.write('é\n'), w.buffer.getvalue(), w.reconfigure(encoding='utf-8', errors='strict'), w.write('é'), w.flush(), w.buffer.getvalue(), w.line_buffering, w.encoding); err(w.reconfigure, bogus=1); err(w.read); err(io.TextIOWrapper, 5); err(io.TextIOWrapper, io.BytesIO(), 'nope'); err(io.TextIOWrapper, io.BytesIO(), newline='x'); err(io.open, p, 'q'); err(io.open, -5); err(io.open, p, 'rw'); err(io.open, p, 'w', newline='z'); err(io.open, 1.5); print(io.text_encoding(None), io.text_encoding('x'), io.DEFAULT_BUFFER_SIZE, io.UnsupportedOperation.__mro__[1:3])
