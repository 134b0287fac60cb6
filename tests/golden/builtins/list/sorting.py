# Sorting: keys, stability, comparisons that raise half-way, min and max.
from operator import itemgetter, attrgetter, methodcaller
data = [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
print(sorted(data), sorted(data, key=itemgetter(1)), sorted(data, key=itemgetter(1, 0)), sorted(data, key=lambda t: t[1], reverse=True))
class K:
    n = 0
    def __init__(s, v): s.v = v
    def __lt__(s, o): K.n += 1; return s.v < o.v
    def __repr__(s): return f'K{s.v}'
l = [K(3), K(1), K(2)]; l.sort(); print(l, K.n)
class Bad:
    def __init__(s, v): s.v = v
    def __lt__(s, o):
        if s.v == 2 or o.v == 2: raise ValueError('cmp')
        return s.v < o.v
    def __repr__(s): return f'B{s.v}'
b = [Bad(i) for i in (3, 1, 2, 5, 4)]
try: b.sort()
except ValueError as e: print(e, sorted(map(repr, b)), len(b))
x = [3, 1, 2]
def mod(v): x.append(v); return v
try: x.sort(key=mod)
except ValueError as e: print(e, x)
def mod2(v):
    if v == 1: 1 / 0
    return v
y = [3, 1, 2]
try: y.sort(key=mod2)
except ZeroDivisionError as e: print(e, y)
print(sorted('bca'), sorted({'b': 1, 'a': 2}), sorted([True, 0, 2.5, -1]), sorted([[2], [1, 5], [1]]), sorted(['B', 'a', 'C'], key=str.lower), sorted([1, 2, 3], key=lambda v: -v), sorted([(1, 'b'), (1, 'a')], reverse=True), sorted([3, 1], reverse=1))
for f in [lambda: sorted([1, 'a']), lambda: sorted([1, None, 2]), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted(5), lambda: sorted([1], 5), lambda: sorted([1], key=5), lambda: [1].sort(5), lambda: sorted([2, 1], reverse='a'), lambda: sorted([2, 1], reverse=None), lambda: sorted([], key=lambda: 1), lambda: sorted([1], key=lambda: 1), lambda: min([]), lambda: min([], default=5), lambda: min(1, 2, default=5), lambda: max([1, 2], key=lambda v: -v), lambda: max('abc', 'ab', key=len), lambda: max(1, 'a'), lambda: min(), lambda: min(5), lambda: max([3, 1], [2]), lambda: max({}, default=None), lambda: min([1], key=1), lambda: max([1, 2], foo=1), lambda: max(1, 2, foo=1), lambda: itemgetter(), lambda: itemgetter(1)([1]), lambda: attrgetter('a.b')(5), lambda: attrgetter(5), lambda: methodcaller('upper')('a'), lambda: methodcaller('split', ',', maxsplit=1)('a,b,c')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import random; r = random.Random(5); big = [r.randrange(100) for _ in range(500)]; assert sorted(big) == sorted(big, key=lambda v: v); print(sorted(big)[:10], sorted(big, reverse=True)[:5])
print(sorted(range(10), key=lambda v: v % 3), sorted('hello world'.split(), key=len), [*reversed(sorted('bac'))])
