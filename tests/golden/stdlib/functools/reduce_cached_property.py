# Ordinary use, mistakes and corners of functools: reduce, cached_property, register, partialmethod.
import functools; from functools import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Temp:
    calls = 0
    def __init__(self, c): self.c = c
    @cached_property
    def f(self): "doc"; Temp.calls += 1; return self.c * 1.8 + 32
t = Temp(100); print(t.f, t.f, Temp.calls, t.__dict__, Temp.f.__doc__, type(Temp.f).__name__); del t.f; print(t.f, Temp.calls); t.f = 5; print(t.f)
class Slot:
    __slots__ = ('a',)
    @cached_property
    def x(self): return 1
err(lambda: Slot().x); cp = cached_property(lambda s: 1); err(cp.__get__, t); 
def dup():
    class C: a = b = cached_property(lambda s: 1)
err(dup)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.n < o.n if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V(1) != V(2), max(V(1), V(3)).n); err(lambda: V(1) <= 5); err(total_ordering, type('E', (), {})); err(total_ordering, 5)
class Cell:
    def set(self, v, *, k=0): self.v = (v, k); return self
    on = partialmethod(set, True); off = partialmethod(set, False, k=9); cm = partialmethod(classmethod(lambda cls, x: (cls.__name__, x)), 3)
print(Cell().on().v, Cell().off().v, Cell().off(k=1).v, Cell.cm()); err(Cell().on, 1); err(partialmethod, 5); err(partialmethod)
@singledispatch
def show(x): return f'any {x}'
@show.register
def _(x: int): return f'int {x}'
@show.register(list)
def lst(x): return 'list ' + ','.join(show(i) for i in x)
@show.register(dict)
@show.register(set)
def _(x): return f'{type(x).__name__} {len(x)}'
print(show('a'), show(1), show(True), show([1, 'b']), show({}), show({1}), show.dispatch(int)(5), list in show.registry, lst.__name__); err(show); err(show.register, 'x'); err(show.register(float), 5) if 0 else None; show.register(type(None), lambda x: 'none'); print(show(None))
import collections.abc
@show.register
def _(x: collections.abc.Mapping | collections.abc.Sequence): return 'abc'
class MyMap(dict): pass
print(show((1,)), show(MyMap()), show('str'))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: f'({a}{b})', 'abcd'), reduce(max, [], 0), reduce(lambda a, x: {**a, x: 1}, 'ab', {})); err(reduce, max, []); err(reduce, max, None); err(reduce); err(reduce, 'f', [1, 2]); err(reduce, lambda a: a, [1, 2])
@lru_cache(maxsize=3)
def sq(x): return x * x
[sq(i) for i in (1, 2, 3, 1, 4, 2)]; print(sq.cache_info(), sq.__wrapped__(5)); err(sq, {}); err(lru_cache(2), 5); p = partial(pow, exp=2) if 0 else partial(pow, 2); print(p(5), p, p.func.__name__, partial(p, 3)(), partial(print, 'a', sep='-').keywords); err(p, 'x')
