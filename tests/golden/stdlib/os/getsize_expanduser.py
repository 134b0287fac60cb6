# Ordinary use, mistakes and corners of os.path: getsize, expanduser, getmtime.
import os, os.path as p, tempfile

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

os.environ['HOME'] = '/home/me'; os.environ['V'] = 'val'; os.environ.pop('NOV', None)
for s in ('~', '~/x', '~nobody_zz/x', 'a~', '', '~/', '~~', 'x/~', b'~/b', '~root/x'): print(repr(s), p.expanduser(s))
os.environ['HOME'] = '/'; print(p.expanduser('~'), p.expanduser('~/a')); os.environ['HOME'] = '/h/'; print(p.expanduser('~/a')); del os.environ['HOME']; print(p.expanduser('~') == __import__('pwd').getpwuid(os.getuid()).pw_dir)
for s in ('$V', '${V}', '$NOV', '${NOV}', '$V$V', 'a$Vb', '${V}b', '$', '$$V', '${', '${V', '$1', b'$V', 'é$V'): print(repr(s), p.expandvars(s))
d = tempfile.mkdtemp(); f = p.join(d, 'file'); open(f, 'wb').close(); print(p.getsize(f)); fh = open(f, 'wb'); fh.write(b'x' * 100); fh.flush(); print(p.getsize(f), p.getsize(fh.fileno()), p.getsize(f.encode()))
os.utime(f, (10, 20)); print(p.getmtime(f), p.getatime(f), p.getmtime(fh.fileno()), type(p.getctime(f)).__name__); os.utime(f, ns=(1, 2_000_000_001)); print(p.getmtime(f)); fh.close()
import pathlib; print(p.getsize(pathlib.Path(f)), p.basename(pathlib.Path('a/b')), p.join(pathlib.Path('a'), 'b'), p.exists(pathlib.Path(d)), p.splitext(pathlib.Path('a.b')))
for fn in (p.getsize, p.getmtime, p.getatime, p.getctime):
    for bad in ('/no/such', '', None, 5.5, [], 'a\0b', 99999): err(fn, bad)
for bad in (None, 5, [], 1.5): err(p.expanduser, bad); err(p.expandvars, bad)
err(p.expanduser); err(p.getsize); err(p.getsize, f, 1); err(p.getmtime, filename=f) if 0 else print(p.getmtime(filename=f)); err(p.expanduser, 'a', 'b'); err(p.expandvars, path=5)
class Fs:
    def __init__(self, v): self.v = v
    def __fspath__(self): return self.v
print(p.expanduser(Fs('x')), p.getsize(Fs(f))); err(p.getsize, Fs(5)); err(p.expanduser, Fs(None)); err(p.exists, Fs(5)) ; os.unlink(f); os.rmdir(d); print(p.exists(d), p.abspath('/a/../b'), p.curdir, p.pardir, p.sep, p.extsep, p.altsep, p.pathsep, p.defpath, p.devnull, p.supports_unicode_filenames, p.__name__)
