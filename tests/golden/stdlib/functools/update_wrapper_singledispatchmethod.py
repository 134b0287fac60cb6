# Ordinary use, mistakes and corners of functools: update_wrapper, singledispatchmethod, reduce, cmp_to_key.
import functools, asyncio

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def deco(f):
    def w(*a, **k):
        return f(*a, **k)
    w.own = 1
    return functools.update_wrapper(w, f)
@deco
def orig(x: int) -> str:
    "docs"
orig.__wrapped__.attr = 5
print(orig.__name__, orig.__doc__, orig.__annotations__, orig.own, orig.__wrapped__.__name__, orig.__qualname__)
print(functools.update_wrapper(lambda: 1, len).__name__, functools.update_wrapper(lambda: 1, 5).__name__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
err(functools.update_wrapper, 5, len)
err(functools.update_wrapper, lambda: 1, len, updated=('nope',))
err(functools.update_wrapper, lambda: 1)
err(functools.wraps)
class F:
    @functools.singledispatchmethod
    def fmt(self, x): return f'obj {x!r}'
    @fmt.register
    def _(self, x: int): return f'int {x}'
    @fmt.register(list)
    @fmt.register(tuple)
    def _(self, x): return f'seq {len(x)}'
    @functools.singledispatchmethod
    @classmethod
    def make(cls, x): return cls.__name__, x
    @make.register
    @classmethod
    def _(cls, x: str): return cls.__name__, 'str'
f = F(); print(f.fmt('a'), f.fmt(3), f.fmt(True), f.fmt([1]), f.fmt((1, 2)), F.make(1), F.make('s'), f.fmt.__name__)
err(f.fmt)
err(functools.singledispatchmethod, 5)
err(lambda: F.__dict__['fmt'].register(5))
@functools.singledispatch
def sd(x, y=1): return 'base'
@sd.register(int)
@sd.register(float)
def num(x, y=1): return 'num', y
@sd.register
def _(x: None | str, y=1): return 'opt'
print(sd([]), sd(1), sd(2.0, y=3), sd(None), sd('s'), sd.dispatch(bool).__name__, sorted(t.__name__ for t in sd.registry))
err(sd)
err(sd.register, 5)
err(sd.register, lambda x: x)
def bad(x: 'Unknown'): pass
err(sd.register, bad)
def bad2(x: list[int]): pass
err(sd.register, bad2)
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(max, [3, 9, 2], 5), functools.reduce(lambda a, b: a, [], 'init'))
err(functools.reduce, lambda a, b: a, [])
err(functools.reduce, lambda a: a, [1, 2])
err(functools.reduce, 5, [1, 2])
err(functools.reduce, max)
err(functools.reduce, max, 5)
k = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=k), k(1) < k(2), k(1) == k(1), k(5).obj, min('b', 'a', key=k))
err(functools.cmp_to_key)
err(functools.cmp_to_key, 1, 2)
err(k)
err(lambda: k(1) < 5)
err(hash, k(1))
err(sorted, [1, 'a'], key=functools.cmp_to_key(lambda a, b: a - b))
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info(), fib.cache_parameters(), fib.cache_clear(), fib.cache_info().currsize)
err(fib, [1]); err(fib)
@functools.lru_cache(maxsize=2, typed=True)
def t(x): return x
t(1); t(1.0); t(2); print(t.cache_info())
err(functools.lru_cache, 'x'); err(functools.lru_cache, maxsize=1.5)
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p, functools.partial(p, '11')()); err(functools.partial); err(functools.partial, 5)

# A partial takes what update_wrapper() gives it, its module too.
def add(a, b=1):
  "Adds."
  return a + b
added = functools.update_wrapper(functools.partial(add, b=5), add)
print(added.__module__, added.__name__, added.__doc__, added.__wrapped__ is add, added(1))
print(functools.partial(add).__module__)
err(functools.reduce, add, [1, 2], initial=0)
