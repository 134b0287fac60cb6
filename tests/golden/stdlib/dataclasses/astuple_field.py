# Ordinary use, mistakes and corners of dataclasses: astuple, field, Field, is_dataclass.
import dataclasses; from dataclasses import *; from typing import ClassVar, Any

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

P = make_dataclass('P', ['xx', ('yy', int), ('z', list, field(default_factory=list))]); p = P(1, 2); print(p, P.__annotations__, astuple(p), asdict(p), P(1, 2) == p, P.__name__, P.__module__, fields(p)[0].type)
Q = make_dataclass('Q', [('a', int, 5)], bases=(P,) if 0 else (), namespace={'dbl': lambda s: s.a * 2}, frozen=True, order=True); print(Q(3).dbl(), Q() < Q(9), hash(Q(1)) == hash(Q(1)))
err(make_dataclass, 'B', ['class']); err(make_dataclass, 'B', ['1x']); err(make_dataclass, 'B', ['a', 'a']); err(make_dataclass, 'B', [('a', int, 1, 2)]); err(make_dataclass, 'B', [5]); err(make_dataclass, 'B'); err(make_dataclass, 'B', 5); err(make_dataclass, 'B', [('a', int, 1), 'b']); err(make_dataclass, 'B', [('a', list, [])]); err(make_dataclass, 'B', ['x'], bogus=1)
@dataclass
class C:
    a: int
    b: InitVar[int] = 3
    c: ClassVar[str] = 'cls'
    d: dict = field(default_factory=dict, repr=False, compare=False)
    e: Any = field(init=False, default='e', metadata={'k': 1})
    _: KW_ONLY
    f: int = 0
    def __post_init__(self, b): self.e = f'{self.e}{b}'
c = C(1, 2, f=4); print(c, c.c, [f.name for f in fields(C)], fields(C)[2].metadata, asdict(c), astuple(c), replace(c, a=9, b=1), c == C(1, 2, {'x': 1}, f=4))
err(C); err(C, 1, 2, {}, 4); err(C, 1, z=1); err(replace, c, e=5, b=1); err(replace, c, a=1); err(replace, c, zz=1, b=1); err(replace, 5); err(asdict, 5); err(asdict, C); err(astuple, 'x'); err(fields, 5); err(fields, int); err(field, default=1, default_factory=list); err(field, bogus=1); err(field, 5); err(lambda: InitVar[int, str]) ; err(lambda: C.d); print(InitVar[int], repr(InitVar[list[int]]), C.b, is_dataclass(C), is_dataclass(c), is_dataclass(int), MISSING.__class__.__name__, KW_ONLY.__class__.__name__)
def t1():
    @dataclass
    class X: a: int = 1; b: int
def t2():
    @dataclass
    class X: a: list = []
def t3():
    @dataclass(order=True, eq=False)
    class X: a: int
def t4():
    @dataclass(frozen=True)
    class X(C): q: int = 1
def t5():
    @dataclass(slots=True)
    class X: __slots__ = ('a',); a: int
def t6():
    @dataclass
    class X: a: InitVar[int] = field(default_factory=int)
def t7():
    @dataclass
    class X: _: KW_ONLY; a: int; __: KW_ONLY
def t8():
    @dataclass
    class X: a = field()
def t9():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): return 1
def t10():
    @dataclass(weakref_slot=True)
    class X: a: int
def t11():
    @dataclass(unsafe_hash=True)
    class X:
        a: int
        def __hash__(self): return 1
for t in (t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11): err(t)
@dataclass(frozen=True, slots=True)
class Fz: x: int; y: list = field(default_factory=list, hash=False)
z = Fz(1); err(setattr, z, 'x', 2); err(delattr, z, 'x'); err(setattr, z, 'new', 1); print(Fz.__slots__, hash(z) == hash((1,)), z, hasattr(z, '__dict__')); err(hash, c)
@dataclass(order=True)
class O: a: int; b: str = field(compare=False, default='q')
print(O(1) < O(2), sorted([O(3), O(1)]), O(1, 'x') == O(1, 'y'), O.__match_args__); err(lambda: O(1) < 5); err(lambda: O(1) < P(1, 2))
@dataclass(repr=False, eq=False, init=False, match_args=False)
class Bare: a: int = 5
print(Bare().a, hasattr(Bare, '__match_args__'), Bare() == Bare()); 
@dataclass
class Nest: c: O; l: list; t: tuple; d: dict
n = Nest(O(1), [O(2)], (O(3),), {'k': O(4)}); print(asdict(n), astuple(n), asdict(n, dict_factory=lambda kv: sorted(k for k, v in kv)), repr(fields(O)[1])[:60])
f = fields(C)[0]; print(isinstance(f, Field), f.name, f.type, f.default is MISSING, f.init, f.repr, f.hash, f.compare, f.kw_only, dict(f.metadata)); err(Field); err(setattr, fields(Fz)[0], 'zz', 1); print(astuple(z), astuple(n, tuple_factory=list), is_dataclass(Field), InitVar[str].type)
