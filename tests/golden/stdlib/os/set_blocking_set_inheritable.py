# Ordinary use, mistakes and corners of os: set_blocking, set_inheritable, chdir.
import os, tempfile, fcntl

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

r, w = os.pipe(); print(os.get_blocking(r), os.set_blocking(r, False), os.get_blocking(r), os.get_inheritable(r), os.set_inheritable(r, True), os.get_inheritable(r), os.set_inheritable(r, False)); err(os.read, r, 1); os.write(w, b'x'); print(os.read(r, 5)); err(os.set_blocking, r); err(os.set_blocking, 9999, True); err(os.set_blocking, 'x', True); err(os.set_blocking, r, 'y'); err(os.get_blocking, 9999); err(os.set_inheritable, 9999, 1); err(os.set_inheritable, 'x', 1); err(os.set_inheritable, r); err(os.get_inheritable, 9999); err(os.get_inheritable); err(os.set_inheritable, r, None)
d = os.path.realpath(tempfile.mkdtemp()); here = os.getcwd(); print(os.chdir(d), os.getcwd() == d); os.mkdir('sub'); os.chdir('sub'); print(os.path.basename(os.getcwd())); os.chdir('..'); err(os.chdir, 'missing'); err(os.chdir, None); err(os.chdir); err(os.chdir, 'a', 'b'); open('f', 'w').close(); err(os.chdir, 'f'); os.chdir(b'sub'); print(os.getcwdb() == os.fsencode(d) + b'/sub'); import pathlib; os.chdir(pathlib.Path(d)); print(os.listdir() == os.listdir(d), sorted(os.listdir('.'))); os.rmdir('sub'); os.unlink('f'); os.chdir(here); os.rmdir(d); err(os.chdir, d and '/no/such/dir')
print(os.close(r), os.write(w, b'') if 0 else ''); err(os.write, w, b'x'); err(os.write, w, 'str'); err(os.read, 9999, 1); err(os.read, w, -1); err(os.close, 9999); os.close(w); fd = os.open('/dev/null', os.O_RDWR); print(os.write(fd, b'abc'), os.read(fd, 3), os.isatty(fd), os.dup(fd) > fd, os.lseek(fd, 0, 0), os.fstat(fd).st_size, os.dup2(fd, 50), os.get_inheritable(50), os.close(50), os.closerange(60, 62)); err(os.open, '/no/such', 0); err(os.open, '/dev/null'); err(os.open, '/dev/null', 'r'); err(os.lseek, fd, 'x', 0); err(os.fstat, 9999); err(os.dup, 9999); err(os.fdopen, fd, 'z'); f = os.fdopen(fd, 'w'); print(f.name == fd, f.mode, f.close())
