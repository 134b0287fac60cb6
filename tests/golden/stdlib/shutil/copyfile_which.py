# Ordinary use, mistakes and corners of shutil: copyfile, which, make_archive, unregister_unpack_format.
import shutil, os, tempfile, io, sys

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); here = os.getcwd(); os.chdir(d)
with open('a', 'w') as f: f.write('content')
print(shutil.copyfile('a', 'b'), open('b').read(), shutil.copy('a', 'c'), shutil.copy2('a', d) == os.path.join(d, 'a') if 0 else '', os.path.basename(shutil.which('sh')), shutil.which('no-such-program'), shutil.which('/bin/sh'), shutil.which('a', path=d), shutil.which('sh', path=''))
os.chmod('a', 0o755); print(shutil.which('a', path=d) == os.path.join(d, 'a'), shutil.which('a', mode=os.R_OK, path=d) is not None, shutil.which('./a'), shutil.which(b'sh') is not None)
err(shutil.which, 5)
err(shutil.copyfile, 'a', 'a')
err(shutil.copyfile, 'none', 'x')
err(shutil.copyfile, 'a', 'no/dir/x')
err(shutil.copyfile, 5.5, 'x')
err(shutil.copyfile, 'a')
os.mkfifo('ff'); err(shutil.copyfile, 'ff', 'x')
os.symlink('a', 'ln'); shutil.copyfile('ln', 'l2', follow_symlinks=False); print(os.readlink('l2')); err(shutil.copyfile, 'ln', 'a')
s, t = io.BytesIO(b'12345'), io.BytesIO(); print(shutil.copyfileobj(s, t, 2), t.getvalue(), shutil.copyfileobj(io.StringIO('abc'), o := io.StringIO()), o.getvalue())
err(shutil.copyfileobj, 5, t); err(shutil.copyfileobj, io.StringIO('x'), io.BytesIO()); err(shutil.copyfileobj, io.BytesIO(b'x'))
os.makedirs('src/sub'); open('src/f1', 'w').close(); open('src/sub/f2', 'w').write('x'); os.remove('ff')
print([n for n, desc in shutil.get_archive_formats()][:2], [u[0] for u in shutil.get_unpack_formats()][:3])
err(shutil.make_archive, 'x', 'bogus'); err(shutil.make_archive, 'x'); err(shutil.unpack_archive, 'a'); err(shutil.unpack_archive, 'a', format='bogus')
err(shutil.unregister_unpack_format, 'nope'); err(shutil.unregister_archive_format, 'nope')
shutil.register_unpack_format('mine', ['.mine'], lambda f, d: print('unpack', os.path.basename(f), d)); open('q.mine', 'w').close(); shutil.unpack_archive('q.mine', 'dest'); err(shutil.register_unpack_format, 'm2', ['.mine'], print); err(shutil.register_unpack_format, 'm3', ['.x'], 5); shutil.unregister_unpack_format('mine')
shutil.register_archive_format('mf', lambda base, root, **k: base + '.mf', description='d'); print(shutil.make_archive('zz', 'mf')); err(shutil.register_archive_format, 'q', 5); err(shutil.register_archive_format, 'q', print, [1]); err(shutil.register_archive_format, 'q', print, 5); shutil.unregister_archive_format('mf')
print(shutil.copytree('src', 'dst'), sorted(os.listdir('dst')), shutil.move('dst', 'dst2'), shutil.rmtree('dst2'), os.path.exists('dst2')); err(shutil.copytree, 'src', 'src'); err(shutil.copytree, 'none', 'q'); err(shutil.rmtree, 'none'); err(shutil.rmtree, 'a'); err(shutil.rmtree, 'ln'); print(shutil.rmtree('none', ignore_errors=True)); err(shutil.move, 'none', 'q'); err(shutil.move, 'src', 'src/sub')
shutil.copytree('src', 'dst3', ignore=shutil.ignore_patterns('f*')); print(sorted(os.listdir('dst3')), shutil.copytree('src', 'dst3', dirs_exist_ok=True)); log = []; shutil.rmtree('none', onerror=lambda f, p, e: log.append((f.__name__, p, e[0].__name__))); print(log); u = shutil.disk_usage('.'); print(u._fields, u.total >= u.used); err(shutil.disk_usage, '/no/such'); err(shutil.chown, 'a'); err(shutil.chown, 'a', 'nosuchuser_x'); print(shutil.get_terminal_size((5, 6)).columns > 0)
os.chdir(here); shutil.rmtree(d)
