# Subclasses of the built-in types with methods of their own.
class I(int):
    def __add__(s, o): return I(int.__add__(s, o))
    def __repr__(s): return f'I({int(s)})'
print(I(3) + 4, I(3) - 1, type(I(3) * 2).__name__, I('12'), I(5).bit_length(), f'{I(3)}', '%d' % I(3), str(I(3)), {I(3): 1}[3], [10, 20, 30, 40][I(3)], I.from_bytes(b'\x05', 'big'))
class F(float):
    def __str__(s): return 'F!'
print(F(1.5), repr(F(1.5)), f'{F(1.5)}', F(1.5) + 1, F.fromhex('0x1p1'), F(2).is_integer(), type(F(1.5).__round__()).__name__)
class S(str):
    def __getitem__(s, i): return 'item'
    def __str__(s): return 'custom'
    def __len__(s): return 99
s = S('abc'); print(s, s[0], len(s), s + 'd', type(s + 'd').__name__, s.upper(), f'{s}', '%s' % s, repr(s), ''.join([s, s]), s == 'abc', hash(s) == hash('abc'), list(s))
class B(bool if False else int): pass
class E(Exception):
    def __init__(s, a, b=2): super().__init__(a); s.b = b
    def __str__(s): return f'E<{s.args}>'
try: raise E('x', b=5)
except E as e: print(e, repr(e), e.b, e.args)
class E2(Exception):
    def __init__(s, a, b): pass
print(repr(E2(1, 2)), E2(1, 2).args)
class K(KeyError): pass
print(K('a'), repr(K('a')), str(KeyError('a')), str(KeyError('a', 'b')), str(KeyError()))
class O(OSError): pass
o = O(2, 'msg', 'file'); print(o, o.errno, o.filename, type(OSError(2, 'x')).__name__, OSError(1, 2, 3, 4, 5).filename2, OSError('a').errno, str(OSError(None, 'x')), str(OSError(2, 'm', b'f')))
class D(dict):
    def __init__(s, *a, **k): super().__init__(*a, **k); s.extra = 1
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
d = D(a=1); d['b'] = 2; d.update(c=3); d.setdefault('d', 4); print(d, d.extra, dict(d), {**d})
class L(list):
    def __iter__(s): return iter(['it'])
    def __len__(s): return 1
print(list(L([1, 2])), [*L([1, 2])], L([1, 2]) + [3], tuple(L([1])), sorted(L([3])), len(L([1, 2])), bool(L()), L([1,2]) == [1, 2])
class T(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    def __repr__(s): return 'T' + tuple.__repr__(s)
t = T(1, 2); x, y = t; print(t, x, y, t + (1,), t[:1], t * 2)
class C(complex): pass
print(C(1, 2), repr(C(1)), C(1) + 1, type(C(1).conjugate()).__name__)
class BY(bytes): pass
print(BY(b'a'), BY(b'a') + b'b', BY([1, 2]), type(BY(b'a').upper()).__name__)
for base in ('bool', 'type(None)', 'type(...)', 'range', 'slice', 'type(lambda: 0)', 'memoryview', 'type({}.keys())', 'type(iter([]))', 'NotImplemented.__class__', 'type(print)', 'type((x for x in []))'):
    try: type('Q', (eval(base),), {}); print(base, 'ok')
    except TypeError as e: print(e)
class N(type(Exception)): pass
print(N.__name__, isinstance(True, int), issubclass(bool, int), bool.__bases__, I.__mro__)
