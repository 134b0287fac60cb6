# Ordinary use, mistakes and corners of os.path: getsize, samestat, normpath, relpath.
import os.path as p, os, tempfile

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); f = p.join(d, 'f'); open(f, 'w').write('12345')
with open(f, 'a') as fh: print(fh.tell(), p.getsize(f), p.sameopenfile(fh.fileno(), os.open(f, os.O_RDONLY)), p.sameopenfile(0, fh.fileno()))
os.utime(f, (1000, 2000.5)); print(p.getmtime(f), p.getatime(f), p.getctime(f) > 1e9, p.getsize(d) > 0, p.samefile(f, d + '/../' + p.basename(d) + '/f'), p.samefile(f, d), p.samestat(os.stat(f), os.lstat(f)), p.samestat(os.stat(f), os.stat(d)))
os.symlink('f', d + '/l'); os.symlink('nope', d + '/b'); print(p.islink(d + '/l'), p.exists(d + '/b'), p.lexists(d + '/b'), p.realpath(d + '/l') == p.realpath(f), p.isfile(d + '/l'), p.ismount('/'), p.ismount(d), p.isdir(d), p.islink(5) if 0 else '', p.realpath(d + '/b') == p.realpath(d) + '/nope', p.getsize(d + '/l'))
for s in ('', '.', '/', '//', '///', 'a//b', 'a/./b', 'a/../b', '../a', '/../a', 'a/b/../../..', './a', 'a/', '//a/b/', '/a/b/./../c', '...', 'a/..', '/..//..', 'é/./b'): print(repr(s), p.normpath(s), p.split(s), p.dirname(s), p.basename(s), p.splitext(s), p.isabs(s))
for s in ('a.b.c', '.bashrc', 'a/.b.c', 'a.', '..', '...a', 'a.b/c', '.a.b', 'x.tar.gz'): print(s, p.splitext(s))
print(p.relpath('/a/b/c', '/a/d'), p.relpath('a', 'a'), p.relpath('a/b', 'a'), p.relpath('/a', '/a/b/c'), p.relpath('x', '.'), p.relpath(b'/a/b', b'/a'), p.commonpath(['/a/b', '/a/c']), p.commonpath(['a/b', 'a']), p.commonprefix(['abc', 'abd']), p.commonprefix([]), p.join('a', '/b', 'c'), p.join('a', ''), p.join('', 'a'), p.join(b'a', b'b'), p.splitdrive('/a'), p.normcase('A/b'), p.expandvars('$HOMEX/${NOPE}/$$x'), p.expanduser('~/x') == p.join(os.environ.get('HOME', '/root'), 'x'))
for fn, a in [(p.getsize, ('/no/such',)), (p.getsize, (5.5,)), (p.getsize, (None,)), (p.getsize, ()), (p.getmtime, ('',)), (p.getmtime, ('a\0b',)), (p.samestat, (1, 2)), (p.samestat, ()), (p.normpath, (5,)), (p.normpath, (None,)), (p.normpath, ()), (p.relpath, ('',)), (p.relpath, (5,)), (p.relpath, ('a', '')), (p.sameopenfile, (9999, 0)), (p.sameopenfile, ('x', 'y')), (p.samefile, ('/no', '/')), (p.join, ()), (p.join, (5,)), (p.join, ('a', 5)), (p.join, ('a', b'b')), (p.join, ('a', None)), (p.commonpath, ([],)), (p.commonpath, (['/a', 'b'],)), (p.commonpath, ([5],)), (p.commonpath, (['a', b'b'],)), (p.split, (5,)), (p.basename, (None,)), (p.splitext, (5,)), (p.isabs, (5,)), (p.abspath, (5,)), (p.realpath, (5,)), (p.exists, (None,)), (p.exists, ('a\0b',)), (p.exists, (1 << 70,)), (p.exists, (-1,)), (p.isdir, (5.5,)), (p.isfile, ([],)), (p.expanduser, (5,)), (p.expandvars, (None,)), (p.islink, (5.5,)), (p.ismount, ('/no',)), (p.normcase, (5,)), (p.commonprefix, (5,)), (p.commonprefix, ([1, 2],)), (p.lexists, ('',)), (p.realpath, ('/no/such/../x',))]: err(fn, *a)
err(p.realpath, '/no/such', strict=True); err(p.realpath, d + '/b', strict=True) if 0 else None; os.symlink('loop', d + '/loop'); err(lambda: p.exists(d + '/loop')); print(p.realpath(d + '/loop') == p.realpath(d) + '/loop')
try: p.realpath(d + '/loop', strict=True)
except OSError as e: print(e.strerror)
class P:
    def __fspath__(self): return '/x/../y'
print(p.normpath(P()), p.join(P(), 'z'), p.basename(P())); import shutil; shutil.rmtree(d)
