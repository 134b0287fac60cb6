# Ordinary use, mistakes and corners of heapq: heappop, heappush, heapreplace, nlargest.
import heapq as h, itertools

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

x = [50, 30, 80, 10, 90, 20, 10]; print(h.heapify(x), x, h.heappop(x), h.heappop(x), x, h.heappush(x, 0), x[0], h.heappushpop(x, 4), h.heappushpop(x, -1), h.heapreplace(x, 7), x)
print(h.nlargest(3, [1, 8, 2, 23]), h.nsmallest(2, 'banana'), h.nlargest(2, ['aa', 'b', 'cccc'], key=len), h.nlargest(0, [1]), h.nlargest(-1, [1]), h.nlargest(10, [1, 2]), h.nsmallest(1, []), h.nlargest(1, [], key=abs), h.nlargest(1, [3, 1]), h.nsmallest(3, iter([3, 1, 2])), h.nlargest(2, {1: 'a', 3: 'b', 2: 'c'}), h.nsmallest(2, [(1, 'b'), (1, 'a')]), h.nlargest(2, [1, 1, 1], key=lambda v: 0), list(h.merge([1, 4], [2, 3], [])), list(h.merge('ace', 'bd', reverse=False)), list(h.merge([3, 1], [2], reverse=True)), list(h.merge(['a', 'ccc'], ['bb'], key=len)), list(h.merge()))
for f, a in [(h.heappop, ([],)), (h.heappop, ((1,),)), (h.heappop, (5,)), (h.heappop, ()), (h.heapify, ((1, 2),)), (h.heapify, (5,)), (h.heapify, ([1, 'a'],)), (h.heapify, ([{}, {}],)), (h.heapify, ()), (h.heapify, ('abc',)), (h.heappush, ([],)), (h.heappush, (5, 1)), (h.heappush, ([1], 'a')), (h.heappushpop, ([], 1)), (h.heappushpop, ([1], 'a')), (h.heappushpop, ((), 1)), (h.heappushpop, ()), (h.heapreplace, ([], 1)), (h.heapreplace, ([1], 'a')), (h.heapreplace, ([1],)), (h.nlargest, ('x', [1])), (h.nlargest, (1,)), (h.nlargest, (2, 5)), (h.nlargest, (2, [1, 'a', 3])), (h.nlargest, (1.5, [1, 2])), (h.nsmallest, (2, [1], 5)), (h.nlargest, (2, [None, 1, 2])), (list, (h.merge(5),)), (list, (h.merge([1], ['a']),)), (list, (h.merge([1], [2], key=5),))]:
    try: print(f.__name__, f(*a))
    except Exception as e: print(f.__name__, type(e).__name__, e)
err(h.merge, [1], bogus=1); err(h.nlargest, 1, [2], bogus=1); err(h.heappush, heap=[], item=1); err(h.heapify, x=[1])
class T:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return self.n
q = []; cnt = itertools.count()
for p, n in [(2, 'code'), (1, 'write'), (3, 'test'), (1, 'plan')]: h.heappush(q, (p, next(cnt), n))
print([h.heappop(q)[2] for _ in range(4)]); t = [T(3, 'c'), T(1, 'a'), T(2, 'b')]; h.heapify(t); print(t[0], [h.heappop(t) for _ in range(3)], h.nsmallest(1, [T(2, 'x'), T(1, 'y')]))
class Bad:
    def __lt__(self, o): raise RuntimeError('cmp')
b = [Bad(), Bad()]; err(h.heapify, b); err(h.heappush, b, Bad()); print(len(b)); err(h.heappop, [Bad(), Bad(), Bad()])
class Mut:
    def __lt__(self, o): lst.clear(); return True
lst = [Mut() for _ in range(5)]; err(h.heapify, lst); print(h.__all__, h.heappush.__module__, [h._heappop_max([3, 1]) if hasattr(h, '_heappop_max') else None]); print(h.nlargest(3, range(100), key=lambda v: -v % 7), sorted(h.nsmallest(5, [9.5, True, 2, -1e9, 3])))
