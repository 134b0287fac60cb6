# Ordinary use, mistakes and corners of copy: deepcopy, copy, Error.
import copy, collections, datetime, enum, threading, re

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

a = [1, [2, {'k': (3, [4])}], {5}]; b = copy.copy(a); c = copy.deepcopy(a)
print(b == a, b is a, b[1] is a[1], c == a, c[1] is a[1], c[1][1]['k'][1] is a[1][1]['k'][1])
t = (1, 2, 'x'); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy(([],))[0] == [], copy.copy('s') is 's', copy.deepcopy(None), copy.copy(len) is len, copy.deepcopy(int) is int, copy.copy(range(3)), copy.deepcopy(1 + 2j), copy.deepcopy(b'x'), copy.copy(slice(1)), copy.deepcopy(frozenset([1])))
loop = []; loop.append(loop); l2 = copy.deepcopy(loop); print(l2[0] is l2, l2 is not loop); shared = []; s2 = copy.deepcopy([shared, shared]); print(s2[0] is s2[1]); d = {}; d['self'] = d; e = copy.deepcopy(d); print(e['self'] is e)
class P:
    def __init__(self, x, y): self.x, self.y = x, y
class WithCopy(P):
    def __copy__(self): return WithCopy(self.x, 'copied')
    def __deepcopy__(self, memo): print('memo', type(memo).__name__, len(memo)); return WithCopy(copy.deepcopy(self.x, memo), 'deep')
p = P([1], 2); q = copy.copy(p); r = copy.deepcopy(p); print(q.x is p.x, r.x is p.x, r.x == p.x, copy.copy(WithCopy(1, 2)).y, copy.deepcopy(WithCopy([1], 2)).y)
class Slots:
    __slots__ = ('a', 'b')
s = Slots(); s.a = [1]; t = copy.copy(s); u = copy.deepcopy(s); print(t.a is s.a, u.a is s.a, hasattr(t, 'b'))
class State:
    def __init__(self): self.v = [1]; self.lock = threading.Lock()
    def __getstate__(self): return {'v': self.v}
    def __setstate__(self, st): self.__dict__.update(st); self.restored = True
x = copy.deepcopy(State()); print(x.v, x.restored, hasattr(x, 'lock'))
class Bad:
    def __reduce_ex__(self, p): raise TypeError('no way')
class BadRed:
    def __reduce_ex__(self, p): return 5
class BadDeep:
    def __deepcopy__(self): pass
for v in (threading.Lock(), (i for i in []), open('/dev/null'), Bad(), BadRed(), BadDeep(), __import__('sys'), iter([1]) and (lambda: 1), [threading.Lock()], {'k': threading.Lock()}):
    try: r = copy.deepcopy(v); print('ok', type(r).__name__)
    except Exception as ex: print(type(ex).__name__, str(ex).partition(' at 0x')[0])
err(copy.copy, threading.Lock()); err(copy.copy, Bad()); err(copy.copy, BadRed()); err(copy.copy); err(copy.deepcopy); err(copy.copy, 1, 2); err(copy.deepcopy, [1], 5); err(copy.copy, type('M', (), {'__copy__': 5})()); print(copy.Error.__name__, copy.error is copy.Error, issubclass(copy.Error, Exception), copy.__all__)
print(copy.copy(collections.OrderedDict(a=1)), copy.deepcopy(collections.defaultdict(list, a=[1])), copy.copy(collections.deque([1], 5)), copy.copy(collections.Counter('aa')), copy.deepcopy(datetime.datetime(2024, 1, 1)), copy.copy(re.compile('x')).pattern, copy.deepcopy(collections.namedtuple('N', 'a')([1])), copy.deepcopy(bytearray(b'x')), copy.copy({1: 2}), copy.deepcopy(enum.Enum('E', 'A').A), copy.copy(ValueError('x', 1)).args, copy.deepcopy(type('L', (list,), {})([1, 2])), copy.deepcopy(p, memo := {})is not p, len(memo) > 1)
it = iter([1, 2, 3]); next(it); print(list(copy.copy(it)), list(copy.deepcopy(it)), list(it)); f = copy.deepcopy(lambda z: z); print(f(5))
class Inner:
    def m(self): return self
o = Inner(); bm = copy.deepcopy(o.m); print(bm() is not o, type(bm()).__name__)
