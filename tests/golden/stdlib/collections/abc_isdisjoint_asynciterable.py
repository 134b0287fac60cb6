# Ordinary use, mistakes and corners of collections.abc: isdisjoint, AsyncIterable, aclose, MutableSequence.
import collections.abc as abc, asyncio

def err(f, *a, **k):
    try:
        print("ok", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)

class S(abc.Set):
    def __init__(self, it): self.d = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f'S({self.d})'
a, b = S([1, 2, 3]), S([3, 4])
print(a.isdisjoint(b), a.isdisjoint([7]), a & b, a | b, a - b, a ^ b, a <= b, S([3]) < b, a == S([3, 2, 1]), a == {1, 2, 3}, [9] | a, a & [1], {1} - a, a > {1})
err(a.isdisjoint, 5)
err(a.isdisjoint)
err(lambda: a | 5)
err(lambda: a < 5)
err(hash, a)
print(a._hash() == S([3, 2, 1])._hash(), a._hash() == hash(frozenset([1, 2, 3])))
err(abc.Set)
class L(abc.MutableSequence):
    def __init__(self): self.v = []
    def __getitem__(self, i): return self.v[i]
    def __setitem__(self, i, x): self.v[i] = x
    def __delitem__(self, i): del self.v[i]
    def __len__(self): return len(self.v)
    def insert(self, i, x): self.v.insert(i, x)
l = L()
l.extend('abcb'); l += 'z'; l.append('q')
print(l.v, l.index('b'), l.index('b', 2), l.count('b'), l.pop(), l.pop(0), list(reversed(l)), 'c' in l, l.reverse(), l.v, l.remove('c'), l.v)
err(l.index, 'nope')
err(l.index, 'b', 5)
err(l.index, 'b', -1)
err(l.remove, 'nope')
err(l.pop, 99)
l.extend(l); print(l.v); l.clear(); print(l.v)
err(l.pop)
class P(abc.MutableSequence):
    def __len__(self): return 0
err(P)
err(abc.MutableSequence)
class A:
    def __aiter__(self): return self
class B:
    def __await__(self): yield
print(isinstance(A(), abc.AsyncIterable), isinstance(A(), abc.AsyncIterator), isinstance(B(), abc.Awaitable), isinstance(5, abc.Awaitable), issubclass(abc.Coroutine, abc.Awaitable))
async def ag():
    try:
        yield 1
        yield 2
    finally: print('closed')
async def main():
    g = ag()
    print(isinstance(g, abc.AsyncGenerator), await g.__anext__(), await g.aclose(), await g.aclose())
    err(abc.AsyncGenerator)
    class G(abc.AsyncGenerator):
        async def asend(self, v): return v or 'sent'
        async def athrow(self, t, v=None, tb=None):
            print('athrow', t); raise t
    h = G()
    print(await h.__anext__(), await h.aclose(), h.__aiter__() is h)
    class Stubborn(G):
        async def athrow(self, *a): return 5
    try: await Stubborn().aclose()
    except RuntimeError as e: print(e)
    c = asyncio.sleep(0); print(isinstance(c, abc.Awaitable), isinstance(c, abc.Coroutine), await c)
asyncio.run(main())
err(lambda: abc.Set[int, str])
print(abc.Set[int], abc.Callable[[int], str], abc.Callable[..., int], abc.AsyncGenerator[int, None].__args__, abc.Awaitable[int].__origin__)
err(lambda: abc.Callable[int])
err(lambda: abc.Callable[int, str])
class Sz:
    def __len__(self): return 1
    __iter__ = None
print(isinstance(Sz(), abc.Sized), isinstance(Sz(), abc.Iterable), issubclass(list, abc.MutableSequence), issubclass(str, abc.ByteString), issubclass(range, abc.Sequence), issubclass(dict, abc.Mapping), issubclass(memoryview, abc.Sequence), issubclass(type({}.keys()), abc.KeysView))
