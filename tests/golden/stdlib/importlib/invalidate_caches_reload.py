# Ordinary use, mistakes and corners of importlib: invalidate_caches, reload, import_module, __import__.
import importlib, sys, types, os, tempfile

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); sys.path.insert(0, d); sys.dont_write_bytecode = True
def w(n, t, stamp=[100]):
    p = os.path.join(d, n); os.makedirs(os.path.dirname(p), exist_ok=True); open(p, 'w').write(t); stamp[0] += 10; os.utime(p, (stamp[0], stamp[0])); importlib.invalidate_caches()
w('conf.py', 'import sys\nN = sys.modules.setdefault("counter", [0])\nN[0] += 1\ntry: KEEP\nexcept NameError: KEEP = "first"\n')
m = importlib.import_module('conf'); importlib.reload(m); importlib.reload(m); print(m.N, m.KEEP, m.__spec__.origin == m.__file__, m.__cached__ is not None if hasattr(m, '__cached__') else True)
w('a/__init__.py', 'print("init", __name__)\n'); w('a/b.py', 'print("b of", __package__)\ndef f(): return 1\n'); w('a/c/__init__.py', 'from ..b import f\nfrom . import d\n'); w('a/c/d.py', 'from ... import nothing\n' if 0 else 'VAL = 5\n')
print(importlib.import_module('a.c').d.VAL, importlib.import_module('..b', 'a.c').f(), importlib.import_module('.d', package='a.c').VAL, sorted(k for k in sys.modules if k == 'a' or k.startswith('a.')))
w('a/b.py', 'print("b again")\ndef f(): return 2\n'); import a.b; print(importlib.reload(a.b).f(), a.c.f())
for args in [('nope',), ('a.nope',), ('a.b.nope',), ('.x',), ('.nope', 'a'), ('...x', 'a.c'), ('....x', 'a.c'), ('a..b',), ('a.',), (None,), (b'a',), ('', 'a'), ('.b', 5), ('.b', ''), ('.b', 'notloaded')]:
    err(importlib.import_module, *args)
err(importlib.import_module)
w('bad1.py', 'import nothing_at_all\n'); w('bad2.py', 'x = = 1\n'); w('bad3.py', 'raise RuntimeError("at import")\n'); w('bad4.py', 'from a import missing_name\n'); w('bad5.py', 'import bad5\nbad5.zzz\n'); w('cyc1.py', 'from cyc2 import y\nx = 1\n'); w('cyc2.py', 'from cyc1 import x\ny = 2\n')
for n in ('bad1', 'bad2', 'bad3', 'bad4', 'bad5', 'cyc1'):
    try: importlib.import_module(n)
    except Exception as e: print(n, type(e).__name__, str(e).replace(d, 'DIR'), getattr(e, 'name', None), (getattr(e, 'path', None) or '').replace(d, 'DIR'), n in sys.modules)
sys.modules['blocked'] = None; err(importlib.import_module, 'blocked'); err(__import__, 'blocked')
sys.modules['fake'] = 5; print(importlib.import_module('fake'), __import__('a.b').__name__, __import__('a.b', fromlist=['f']).__name__, __import__('b', {'__package__': 'a', '__name__': 'a.x'}, level=1).__name__ if 0 else '')
err(__import__, 'nope.x'); err(__import__, ''); err(__import__, 5); err(__import__); err(__import__, 'os', level='x')
err(importlib.reload, 5); err(importlib.reload, 'conf'); x = types.ModuleType('x'); err(importlib.reload, x); err(importlib.reload); sys.modules['x'] = x; err(importlib.reload, x)
os.remove(os.path.join(d, 'conf.py')); importlib.invalidate_caches(); err(importlib.reload, m); print(m.KEEP)
import importlib.util as iu
s = iu.spec_from_file_location('dyn', os.path.join(d, 'a/b.py')); mod = iu.module_from_spec(s); s.loader.exec_module(mod); print(mod.f(), mod.__name__, 'dyn' in sys.modules, s.has_location, s.parent == '', iu.resolve_name('.x', 'p.q'), iu.find_spec('nope') is None); err(iu.resolve_name, '..x', 'p'); err(iu.resolve_name, '.x', ''); err(iu.find_spec, 'x'); err(iu.module_from_spec, None); print(iu.spec_from_file_location('q', '/tmp/x.bin'), iu.cache_from_source('a.py').startswith('__pycache__'), iu.MAGIC_NUMBER.__class__)
import shutil; shutil.rmtree(d)
