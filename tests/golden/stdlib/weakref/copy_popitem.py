# Ordinary use, mistakes and corners of weakref: copy, popitem, intersection, peek.
import weakref, gc, copy

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class K:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'K{self.n}'
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def meth(self): return f'm{self.n}'
a, b, c = K(1), K(2), K(3)
s = weakref.WeakSet([a, b]); t = weakref.WeakSet([b, c])
print(len(s), sorted(x.n for x in s.copy()), sorted(x.n for x in s.intersection(t)), sorted(x.n for x in s & t), sorted(x.n for x in s | t), sorted(x.n for x in s - t), sorted(x.n for x in s ^ t), s.isdisjoint([c]), a in s, c in s, 5 in s, s <= s.copy(), s == weakref.WeakSet([b, a]), s.issubset([a, b, c]), s.issuperset([a]), type(s.copy()).__name__, sorted(x.n for x in s.union([c])), sorted(x.n for x in s.difference([a])), sorted(x.n for x in s.symmetric_difference([c, a])))
s.add(c); s.discard(c); s.discard(c); s.update([c]); s.remove(c); err(s.remove, c); err(s.add, 5); err(s.add, [1]); err(weakref.WeakSet, [1]); err(weakref.WeakSet, 5); err(s.intersection, 5); err(s.add); err(weakref.WeakSet().pop); s &= t; print(sorted(x.n for x in s)); s |= [a]; s -= t; print(sorted(x.n for x in s), s.pop(), len(s), s.clear(), len(s)); err(lambda: s | 5); err(lambda: s < 5); err(hash, s)
d = weakref.WeakKeyDictionary({a: 1, b: 2}); print(len(d), d[a], d.get(c, 'no'), a in d, sorted(d.items(), key=lambda p: p[1]), d.setdefault(c, 3), d.pop(c), d.pop(c, 'x'), len(d.keyrefs()), sorted(d.values()), d | {c: 9} == weakref.WeakKeyDictionary({a: 1, b: 2, c: 9}), d.copy() == d, copy.deepcopy(d) is not d)
k, v = d.popitem(); print(type(k).__name__, v in (1, 2), len(d)); d.clear(); err(d.popitem); err(lambda: d[a]); err(d.__setitem__, 5, 1); err(d.__delitem__, a); err(d.pop, a); err(lambda: d['str']); err(weakref.WeakKeyDictionary, {5: 1}); err(weakref.WeakKeyDictionary, 5)
v = weakref.WeakValueDictionary({'a': a, 'b': b}); print(v['a'], v.get('zz'), len(v), sorted(v), sorted(v.items()) if 0 else sorted(v.keys()), len(v.valuerefs()), [type(r).__name__ for r in v.valuerefs()][0], sorted(r().n for r in v.valuerefs()), v.setdefault('c', c), v.pop('c'), v.pop('q', None), 'a' in v, sorted(v.copy()), [r.key for r in v.itervaluerefs()] == ['a', 'b']); err(lambda: v['no']); err(v.__setitem__, 'x', 5); err(v.pop, 'no'); v.clear(); err(v.popitem); err(weakref.WeakValueDictionary, {'a': 1}); err(weakref.WeakValueDictionary, 5); v.update(a=a); print(dict(v))
log = []
f = weakref.finalize(a, log.append, 'final'); print(f.alive, f.peek()[0] is a, f.peek()[2:], f.atexit, f.detach()[2], f.alive, f.peek(), f.detach(), f()); f.atexit = False; print(f.atexit)
g = weakref.finalize(b, lambda x, k=0: log.append((x, k)) or 'ret', 5, k=6); g.atexit = False; print(g.atexit, g.peek()[2:], g(), g(), g.alive, log, repr(g).startswith('<finalize object at')); err(weakref.finalize, a); err(weakref.finalize, 5, print); err(weakref.finalize); err(setattr, g, 'nope', 1) 
r = weakref.ref(c, lambda r: log.append('dead')); print(r() is c, hash(r) == hash(c), r.__callback__ is not None, weakref.getweakrefcount(c) >= 2, len(weakref.getweakrefs(c)) >= 1, weakref.getweakrefcount(5)); err(weakref.ref, 5); err(weakref.ref); err(weakref.ref, 'x'); err(weakref.ref, (1,)); err(weakref.ref, c, 1, 2); err(weakref.ref, None); err(weakref.ref, {}) ; err(weakref.ref, [])
p = weakref.proxy(c); print(p.n, p.meth(), p == c if 0 else '', isinstance(p, K), type(p).__name__, str(p)); err(hash, p); err(weakref.proxy, 5); err(lambda: p.nope); p.new = 4; print(c.new, weakref.CallableProxyType.__name__, type(weakref.proxy(lambda: 1)) in weakref.ProxyTypes if 0 else '')
m = weakref.WeakMethod(c.meth); print(m()(), m == weakref.WeakMethod(c.meth), hash(m) == hash(weakref.WeakMethod(c.meth)) if 0 else ''); err(weakref.WeakMethod, c); err(weakref.WeakMethod, print); err(weakref.WeakMethod, 5)
