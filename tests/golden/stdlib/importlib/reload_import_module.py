# Ordinary use, mistakes and corners of importlib: reload, import_module, invalidate_caches, __import__.
import importlib, sys, os, tempfile; sys.dont_write_bytecode = True

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); sys.path.insert(0, d)
def put(name, text):
    path = os.path.join(d, name); os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as f: f.write(text)
    importlib.invalidate_caches()
put('plug/__init__.py', 'REGISTRY = []\n'); put('plug/one.py', 'from . import REGISTRY\nREGISTRY.append(__name__)\ndef run(): return "one"\n'); put('plug/two.py', 'from plug import REGISTRY\nREGISTRY.append(__name__)\ndef run(): return "two"\n')
for n in ('one', 'two'): print(importlib.import_module(f'plug.{n}').run())
import plug; print(plug.REGISTRY, importlib.import_module('.one', 'plug') is plug.one, importlib.import_module('plug') is plug, importlib.__import__('plug.two').__name__, importlib.__import__('plug', fromlist=['one']).one.run(), __import__('plug.one', globals(), locals(), ['run'], 0).run())
put('plug/one.py', 'def run(): return "one v2 longer"\nNEW = 1\n'); m = importlib.reload(plug.one); print(m.run(), m.NEW, m is plug.one, plug.REGISTRY, 'REGISTRY' in vars(m))
put('plug/broken.py', 'x = 1\nraise ImportError("deliberate")\n'); err(importlib.import_module, 'plug.broken'); print('plug.broken' in sys.modules, hasattr(plug, 'broken')); put('plug/broken.py', 'x = 2\n'); print(importlib.import_module('plug.broken').x, plug.broken.x)
for a in (('plug.none',), ('.none', 'plug'), ('..none', 'plug'), ('.one',), ('.one', 'nopkg'), ('nopkg.x',), ('plug.one.x',), ('',), (5,)): err(importlib.import_module, *a)
err(importlib.reload, 'plug'); err(importlib.reload, None); err(importlib.reload); del sys.modules['plug.two']; err(importlib.reload, plug.two) ; print(importlib.import_module('plug.two') is not plug.one, plug.REGISTRY); err(importlib.invalidate_caches, 1)
put('circ_a.py', 'import circ_b\nA = 1\n'); put('circ_b.py', 'import circ_a\ndef get(): return circ_a.A\n'); import circ_a; print(circ_a.circ_b.get()); put('lazy.py', 'def __getattr__(n): return n.upper() if n[0] != "_" else (_ for _ in ()).throw(AttributeError(n))\ndef __dir__(): return ["z", "a"]\n'); import lazy; print(lazy.thing, dir(lazy)); err(lambda: lazy._private); from lazy import other; print(other)
put('noall.py', 'a = 1\n_b = 2\n'); put('withall.py', '__all__ = ["_b", "a"]\na = 1\n_b = 2\nc = 3\n'); ns = {}; exec('from noall import *\nfrom withall import *', ns); print(sorted(k for k in ns if k[:2] != '__')); put('badall.py', '__all__ = ["zz"]\n'); err(exec, 'from badall import *'); put('badall2.py', '__all__ = [5]\n'); err(exec, 'from badall2 import *'); err(exec, 'import plug.nothing'); err(exec, 'from . import x', {'__package__': None, '__name__': '__main__'}); put('ns/mod.py', 'V = __package__\n'); import ns.mod as nm; print(nm.V, list(sys.modules['ns'].__path__) == [os.path.join(d, 'ns')], sys.modules['ns'].__file__ if hasattr(sys.modules['ns'], '__file__') else 'no file'); put('latin.py', '# -*- coding: latin-1 -*-\nS = "x"\n'); import latin; print(latin.S); put('tab.py', 'if 1:\n\tx = 1\n        y = 2\n'); err(importlib.import_module, 'tab')
import shutil; shutil.rmtree(d)
