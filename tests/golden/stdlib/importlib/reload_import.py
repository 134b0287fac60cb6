# Ordinary use, mistakes and corners of importlib: reload, __import__, import_module, invalidate_caches.
import importlib, sys, os, tempfile, types

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except BaseException as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp()
sys.path.insert(0, d)
sys.dont_write_bytecode = True
def write(name, text):
    p = os.path.join(d, name)
    os.makedirs(os.path.dirname(p), exist_ok=True)
    with open(p, 'w') as f: f.write(text)
err(importlib.import_module, 'livemod')
write('livemod.py', 'VALUE = 1\nOLD = "kept"\n')
importlib.invalidate_caches()
m = importlib.import_module('livemod')
print(m.VALUE, m.__name__, os.path.basename(m.__file__), m.__spec__.name, m.__package__ == '')
write('livemod.py', 'VALUE = 22\n')
os.utime(os.path.join(d, 'livemod.py'), (1, 1))
m2 = importlib.reload(m)
print(m2 is m, m.VALUE, m.OLD)
write('livemod.py', 'VALUE = 3\n1/0\n')
os.utime(os.path.join(d, 'livemod.py'), (2, 2))
err(importlib.reload, m)
print(m.VALUE, 'livemod' in sys.modules)
write('livemod.py', 'def (\n')
os.utime(os.path.join(d, 'livemod.py'), (3, 3))
try:
    importlib.reload(m)
except SyntaxError as e:
    print(e.msg, e.lineno, os.path.basename(e.filename))
err(importlib.reload, 'livemod')
err(importlib.reload, types.ModuleType('ghost'))
del sys.modules['livemod']
err(importlib.reload, m)
write('pkg/__init__.py', 'from . import sub\nX = "pkg"\n')
write('pkg/sub.py', 'from .. import nothing\n')
err(importlib.import_module, 'pkg')
print('pkg' in sys.modules)
write('pkg/sub.py', 'Y = __name__, __package__\n')
os.utime(os.path.join(d, 'pkg/sub.py'), (5, 5))
importlib.invalidate_caches()
p = importlib.import_module('pkg')
print(p.X, p.sub.Y, p.__path__ == [os.path.join(d, 'pkg')])
print(importlib.import_module('.sub', 'pkg').Y, importlib.import_module('.sub', package='pkg') is p.sub)
err(importlib.import_module, '.sub')
err(importlib.import_module, '..up', 'pkg')
err(importlib.import_module, '.none', 'pkg')
err(importlib.import_module, 'pkg.sub.deeper')
err(importlib.import_module, '')
err(importlib.import_module, 5)
err(importlib.import_module, 'pkg\0x')if 0 else None
print(importlib.__import__('pkg.sub') is p, importlib.__import__('pkg.sub', fromlist=['Y']) is p.sub)
err(__import__, 'x', level=-1)
import importlib.util
print(importlib.util.find_spec('pkg.sub').parent, importlib.util.find_spec('json').name)
err(importlib.util.find_spec, 'nopkg.sub')
err(importlib.util.find_spec, '.sub')
import shutil; shutil.rmtree(d)
