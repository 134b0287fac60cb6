# Ordinary use, mistakes and corners of operator: ilshift, lt, mul, methodcaller.
import operator as o, functools

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class V:
    def __init__(self, v): self.v = v
    def __ilshift__(self, x): self.v.append(x); return self
    def __lt__(self, other): return NotImplemented
    def __mul__(self, x): return f'mul {x}'
    def __rmul__(self, x): return f'rmul {x}'
    def __bool__(self): return len(self.v) > 1
v = V([])
print(o.ilshift(v, 3) is v, v.v, o.ilshift(1, 4), o.mul(v, 2), o.mul(2, v), o.mul('ab', 2), o.truth(v), o.truth('x'), o.not_(v))
err(o.ilshift, 1, 'x')
err(o.ilshift, 1, -2)
err(o.lt, v, v)
err(o.lt, 1)
err(o.lt, 1, 2, 3)
err(o.lt, a=1, b=2)
print(o.lt(1, 2), o.lt('a', 'B'), o.lt([1, 2], [1, 3]), o.lt({1}, {1, 2}), o.__lt__(3, 2), o.__mul__(3, 2))
err(o.lt, {}, {})
err(o.lt, 1, None)
err(o.mul, 'a', 'b')
err(o.mul, None, 2)
err(o.mul, [1], 1.5)
err(o.truth)
class B:
    def __bool__(self): return 5
err(o.truth, B())
class L:
    def __len__(self): return -1
err(o.truth, L())
mc = o.methodcaller('replace', 'a', 'b')
print(mc('banana'), list(map(o.methodcaller('upper'), ['x', 'y'])), o.methodcaller('get', 'k', 5)({}), o.methodcaller('sort', key=len, reverse=True)([1]) if 0 else '')
err(mc)
err(mc, 5)
err(mc, 'a', 'b')
err(mc, x=1)
err(o.methodcaller, name='x')
err(o.methodcaller, b'x')
err(o.methodcaller('nope'), 'x')
print(repr(o.methodcaller('f', 1, k='v')), repr(mc), o.methodcaller('f') == o.methodcaller('f'))
import pickle; print(pickle.loads(pickle.dumps(o.methodcaller('split', ',', maxsplit=1)))('a,b,c'), pickle.loads(pickle.dumps(o.lt)) is o.lt)
class M:
    def __matmul__(self, x): return 'm'
print(o.imatmul(M(), 1), o.matmul(M(), 2))
err(o.imatmul, 1, M())
print(functools.reduce(o.mul, range(1, 6)), sorted([3, 1, 2], key=o.neg), max([(1, 'b'), (2, 'a')], key=o.itemgetter(1)), list(map(o.mul, [1, 2], [3, 4])), o.iadd('a', 'b'), o.iand({1, 2}, {2}), o.ior({'a': 1}, {'b': 2}), o.ixor(5, 1), o.ipow(2, 3), o.ifloordiv(7, 2), o.itruediv(7, 2), o.imod('%d', 3), o.isub({1, 2}, {1}), o.irshift(8, 1))
err(o.ior, {'a': 1}, 5)
print(o.eq(1, 1.0), o.ne('a', 'a'), o.ge(2, 2), o.le(3, 2), o.gt('b', 'a'), o.and_(6, 3), o.or_(6, 3), o.rshift(5, 1), o.invert(True), o.index(7), o.contains({1: 2}, 1))
err(o.contains, 5, 1)
err(o.invert, 1.5)
err(o.neg, 'a')
err(o.getitem, {}, 'k')
err(o.setitem, 'abc', 0, 'x')
err(o.delitem, (1,), 0)
x = {}; o.setitem(x, 'a', 1); print(x, o.getitem(x, 'a'), o.delitem(x, 'a'), x, o.mul.__name__, o.mul.__module__, o.lt.__qualname__, o.attrgetter.__module__)
